package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.rules.haproxy.keyword.OptionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where further directives begin on a line. They are looked for only where an argument can't stand:
 * behind a complete condition, behind a directive that takes so many arguments and no more, and
 * behind a bind or server line's options.
 */
final class GluedDirectives {
  /** Begin a line of a section. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "acl",
          "backend",
          "balance",
          "bind",
          "capture",
          "compression",
          "default-server",
          "default_backend",
          "errorfile",
          "frontend",
          "fullconn",
          "http-check",
          "http-request",
          "http-response",
          "listen",
          "log-format",
          "log-tag",
          "maxconn",
          "mode",
          "option",
          "redirect",
          "retries",
          "server",
          "stick-table",
          "tcp-check",
          "tcp-request",
          "tcp-response",
          "timeout",
          "use_backend",
          "use-server");

  /** How many words these have, their own included. */
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("frontend", 2),
          Map.entry("backend", 2),
          Map.entry("listen", 2),
          Map.entry("mode", 2),
          Map.entry("default_backend", 2),
          Map.entry("maxconn", 2),
          Map.entry("fullconn", 2),
          Map.entry("backlog", 2),
          Map.entry("retries", 2),
          Map.entry("log-tag", 2),
          Map.entry("timeout", 3),
          Map.entry("errorfile", 3),
          Map.entry("user", 2),
          Map.entry("group", 2),
          Map.entry("chroot", 2),
          Map.entry("pidfile", 2),
          Map.entry("ca-base", 2),
          Map.entry("crt-base", 2),
          Map.entry("nbthread", 2));

  /** The options and algorithms that take no argument, of those that people use. */
  private static final Map<String, Set<String>> BARE =
      Map.of(
          "option",
          Set.of(
              "tcplog",
              "tcp-check",
              "tcpka",
              "clitcpka",
              "srvtcpka",
              "dontlognull",
              "dontlog-normal",
              "http-server-close",
              "http-keep-alive",
              "log-health-checks",
              "splice-auto"),
          "balance",
          Set.of("roundrobin", "static-rr", "leastconn", "first", "source"),
          "log",
          Set.of("global"));

  /** May end in a condition. */
  private static final Set<String> CONDITIONAL =
      Set.of(
          "use_backend",
          "use-server",
          "http-request",
          "http-response",
          "http-after-response",
          "tcp-request",
          "tcp-response",
          "redirect",
          "monitor",
          "force-persist",
          "ignore-persist",
          "stick");

  /** Keywords of a section that are options of a bind or server line as well. */
  private static final Set<String> OPTIONS_TOO = Set.of("maxconn", "mode");

  /** A name or value behind the first keyword, and one behind the second. */
  static final int FEWEST_WORDS = 4;

  private final Directive line;
  private final Set<String> acls;

  /**
   * @param acls the names of the section's ACLs, which may be called like a keyword
   */
  GluedDirectives(Directive line, Set<String> acls) {
    this.line = line;
    this.acls = acls;
  }

  /** The words at which the second and further directives begin, in order. */
  List<Integer> starts() {
    int next = next(0);
    if (next == 0) {
      return List.of();
    }
    List<Integer> starts = new ArrayList<>();
    while (next > 0) {
      starts.add(next);
      next = next(next);
    }
    return starts;
  }

  /** Where the directive behind the one that begins at {@code start} begins; 0 for nowhere. */
  private int next(int start) {
    String keyword = line.word(start);
    if (keyword.equals("bind") || keyword.equals("server")) {
      return behindOptions(start);
    }
    if (CONDITIONAL.contains(keyword)) {
      return behindCondition(start);
    }
    Set<String> bare = BARE.getOrDefault(keyword, Set.of());
    int words =
        start + 1 < line.size() && bare.contains(line.word(start + 1))
            ? 2
            : WORDS.getOrDefault(keyword, 0);
    int behind = start + words;
    return words > 0 && begins(behind) ? behind : 0;
  }

  /** Whether a directive with at least one argument may begin at this word. */
  private boolean begins(int index) {
    return index + 1 < line.size()
        && KEYWORDS.contains(line.word(index))
        && !line.isCooked(index)
        && line.span(index - 1).end() < line.span(index).start();
  }

  private int behindCondition(int start) {
    int at = start + 1;
    while (at < line.size() && !isCondition(line.word(at))) {
      at++;
    }
    boolean complete = false;
    for (at++; at < line.size(); at++) {
      String word = line.word(at);
      if (complete && begins(at) && !acls.contains(word)) {
        return at;
      }
      if (word.equals("{")) {
        while (at < line.size() && !line.word(at).equals("}")) {
          at++;
        }
        complete = at < line.size();
      } else {
        complete = !word.equals("or") && !word.equals("||") && !word.equals("!");
      }
    }
    return 0;
  }

  private static boolean isCondition(String word) {
    return word.equals("if") || word.equals("unless");
  }

  /**
   * Options are flags or take one value. What is no known flag is taken for an option with a value,
   * so that a name may be any word: {@code bind :443 name server}.
   */
  private int behindOptions(int start) {
    int at = start + (line.word(start).equals("bind") ? 2 : 3);
    while (at < line.size()) {
      String word = line.word(at);
      if (begins(at) && !OPTIONS_TOO.contains(word)) {
        return at;
      }
      at += isFlag(word) ? 1 : 2;
    }
    return 0;
  }

  private static boolean isFlag(String word) {
    return OptionWords.isFlag(word)
        || word.startsWith("no-")
        || word.startsWith("force-")
        || word.startsWith("send-proxy");
  }
}
