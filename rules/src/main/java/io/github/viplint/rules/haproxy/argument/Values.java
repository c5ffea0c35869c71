package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Directives with one value in a fixed place. */
final class Values {
  private record Place(int index, boolean required, Value value) {}

  private static final Value ANY = text -> Optional.empty();
  private static final Place ANY_FIRST = new Place(1, true, ANY);

  /** By the first word of a line. */
  private static final Map<String, Place> TABLE =
      Map.ofEntries(
          Map.entry("retries", ANY_FIRST),
          Map.entry("errorfiles", ANY_FIRST),
          Map.entry("fullconn", ANY_FIRST),
          Map.entry("backlog", ANY_FIRST),
          Map.entry("maxconn", ANY_FIRST),
          Map.entry("cookie", ANY_FIRST),
          Map.entry("default_backend", ANY_FIRST),
          Map.entry("use_backend", ANY_FIRST),
          Map.entry("log-tag", ANY_FIRST),
          Map.entry("monitor-uri", ANY_FIRST),
          Map.entry("id", new Place(1, true, Value.OVER_0)),
          Map.entry(
              "hash-type", new Place(1, true, Value.oneOf(List.of("map-based", "consistent")))),
          Map.entry(
              "http-reuse",
              new Place(1, true, Value.oneOf(List.of("never", "safe", "aggressive", "always")))),
          Map.entry(
              "load-server-state-from-file",
              new Place(1, true, Value.oneOf(List.of("global", "local", "none")))));

  private static final Place TIME_BEHIND_TWO = new Place(2, true, Value.TIME);

  /** By the first word and the second. */
  private static final Map<String, Map<String, Place>> PAIRS =
      Map.of(
          "stats", Map.of("refresh", new Place(2, false, Value.TIME)),
          "tcp-request", Map.of("inspect-delay", TIME_BEHIND_TWO),
          "tcp-response", Map.of("inspect-delay", TIME_BEHIND_TWO));

  private static final Set<String> TIMEOUTS =
      Set.of(
          "check",
          "client",
          "client-fin",
          "connect",
          "http-keep-alive",
          "http-request",
          "queue",
          "server",
          "server-fin",
          "tarpit",
          "tunnel");

  private static final Set<String> ALGORITHMS =
      Set.of(
          "roundrobin",
          "static-rr",
          "leastconn",
          "first",
          "source",
          "uri",
          "url_param",
          "random",
          "hash",
          "log-hash",
          "sticky",
          "rdp-cookie",
          "ss");

  /** One of these, with something in brackets or without; {@code hdr} needs it. */
  private static final Value ALGORITHM =
      text -> {
        int bracket = text.indexOf('(');
        String name = bracket < 0 ? text : text.substring(0, bracket);
        return ALGORITHMS.contains(name) || bracket > 0 && name.equals("hdr")
            ? Optional.empty()
            : Optional.of(
                "is no way to balance: roundrobin, static-rr, leastconn, first, source, random,"
                    + " uri, url_param, hdr(NAME)");
      };

  private static final Place BALANCE = new Place(1, false, ALGORITHM);

  private final Place mode;
  private final Place status;

  /** Values as this release takes them. */
  Values(HaproxyVersion version) {
    this.mode = new Place(1, true, Value.oneOf(modes(version)));
    this.status = new Place(1, true, Value.errorStatus(version));
  }

  /** Adds what is wrong with a line of a proxy. */
  void of(Directive line, List<ArgumentFault> faults) {
    Place place = place(line);
    if (place != null) {
      check(line, place, faults);
    }
  }

  private @Nullable Place place(Directive line) {
    String keyword = line.keyword();
    return switch (keyword) {
      case "timeout" -> line.size() > 1 && TIMEOUTS.contains(line.word(1)) ? TIME_BEHIND_TWO : null;
      case "mode" -> mode;
      case "errorfile", "errorloc", "errorloc302", "errorloc303" -> status;
      case "balance" -> BALANCE;
      case "stats", "tcp-request", "tcp-response" ->
          line.size() > 1 ? PAIRS.getOrDefault(keyword, Map.of()).get(line.word(1)) : null;
      default -> TABLE.get(keyword);
    };
  }

  private static List<String> modes(HaproxyVersion version) {
    List<String> modes = new ArrayList<>(List.of("tcp", "http"));
    if (version.isAtLeast(2, 8)) {
      modes.addAll(List.of("log", "syslog"));
    }
    if (version.isAtLeast(3, 1)) {
      modes.add("spop");
    }
    if (version.isAtLeast(3, 3)) {
      modes.add("haterm");
    }
    return modes;
  }

  private static void check(Directive line, Place place, List<ArgumentFault> faults) {
    int index = place.index;
    String text = index < line.size() ? line.word(index) : "";
    boolean known = !line.holdsVariable(index);
    if (text.isEmpty() && known) {
      if (place.required && !line.expands()) {
        faults.add(
            new ArgumentFault(0, "'" + phrase(line, index) + "' needs a value", "write one"));
      }
    } else if (known) {
      Optional<String> fault = place.value.fault(text);
      if (fault.isPresent()) {
        faults.add(
            new ArgumentFault(
                index,
                "'" + line.span(index).shown() + "' " + fault.get(),
                "write a value that '" + phrase(line, index) + "' takes"));
      }
    }
  }

  private static String phrase(Directive line, int index) {
    return index == 2 && line.size() > 1 ? line.keyword() + " " + line.word(1) : line.keyword();
  }
}
