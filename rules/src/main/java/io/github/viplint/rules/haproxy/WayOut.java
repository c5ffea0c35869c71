package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.KeywordSet;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a proxy sends what comes to it. */
final class WayOut {
  /** Lines of its own by which haproxy itself answers some requests or all. */
  private static final KeywordSet ANSWERS =
      KeywordSet.of(
          "redirect",
          "monitor-uri",
          "stats",
          "errorfile",
          "errorfiles",
          "errorloc",
          "errorloc302",
          "errorloc303",
          "http-error",
          "filter");

  /** Actions of rules that end a request, or give it to something else. */
  private static final Set<String> ENDS =
      Set.of(
          "return",
          "redirect",
          "deny",
          "tarpit",
          "auth",
          "use-service",
          "cache-use",
          "reject",
          "silent-drop",
          "switch-mode");

  private static final KeywordSet SERVES =
      KeywordSet.of(
          "server", "server-template", "use-server", "dispatch", "use-fcgi-app", "stick-table");

  private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?::(\\d{1,5}))?");

  private WayOut() {}

  /** Whether haproxy may answer by itself, so that no backend or server is needed. */
  static boolean answers(Proxy proxy) {
    if (proxy.section().hasAny(ANSWERS)) {
      return true;
    }
    for (Section above : proxy.defaults()) {
      if (ends(above)) {
        return true;
      }
    }
    return ends(proxy.section());
  }

  private static boolean ends(Section section) {
    for (Directive line : section.directives()) {
      if (ends(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(Directive line) {
    return switch (line.keyword()) {
      case "http-request", "http-response", "tcp-request" ->
          line.arguments().stream()
              .anyMatch(word -> ENDS.contains(word) || word.startsWith("lua."));
      case "option" ->
          Proxy.begins(line, "option", "transparent") || Proxy.begins(line, "option", "http_proxy");
      default -> false;
    };
  }

  /** Whether some connections are passed on to a backend. */
  static boolean leadsOn(Proxy proxy) {
    return proxy.last("default_backend").isPresent() || proxy.section().has("use_backend");
  }

  /**
   * Whether it has something to connect to, or may get it. A section that holds a table needs
   * nothing; a template's placeholder may stand for servers.
   */
  static boolean serves(Proxy proxy) {
    if (proxy.section().hasAny(SERVES)) {
      return true;
    }
    for (Directive line : proxy.section().directives()) {
      if (!Character.isLowerCase(line.keyword().codePointAt(0))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The binds whose port no {@code use_backend} takes; none where a default_backend takes the rest,
   * or a condition asks for anything but the port.
   */
  static List<Bind> unled(Proxy proxy) {
    if (!proxy.section().has("use_backend") || proxy.last("default_backend").isPresent()) {
      return List.of();
    }
    List<Directive> ways = proxy.section().directives("use_backend").toList();
    if (!ways.stream().allMatch(WayOut::isByPort)) {
      return List.of();
    }
    return proxy.section().binds().stream()
        .filter(
            bind ->
                bind.firstPort() > 0
                    && bind.firstPort() == bind.lastPort()
                    && ways.stream().noneMatch(way -> takes(way, bind.firstPort())))
        .toList();
  }

  /** {@code use_backend NAME if { dst_port N… }}. */
  private static boolean isByPort(Directive way) {
    int size = way.size();
    if (size < 7
        || !way.word(2).equals("if")
        || !way.word(3).equals("{")
        || !way.word(4).equals("dst_port")
        || !way.word(size - 1).equals("}")) {
      return false;
    }
    for (int i = 5; i < size - 1; i++) {
      if (!PORTS.matcher(way.word(i)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Directive way, int port) {
    for (int i = 5; i < way.size() - 1; i++) {
      Matcher ports = PORTS.matcher(way.word(i));
      if (ports.matches()) {
        int first = Integer.parseInt(ports.group(1));
        int last = ports.group(2) == null ? first : Integer.parseInt(ports.group(2));
        if (first <= port && port <= last) {
          return true;
        }
      }
    }
    return false;
  }
}
