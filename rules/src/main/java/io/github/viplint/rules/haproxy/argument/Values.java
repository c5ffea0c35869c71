package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Directives with one value in a fixed place. */
final class Values {
  private record Place(int index, boolean required, Value value) {}

  private static final Value ANY = text -> Optional.empty();
  private static final Place ANY_FIRST = new Place(1, true, ANY);

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
          Map.entry("stats refresh", new Place(2, false, Value.TIME)),
          Map.entry("tcp-request inspect-delay", new Place(2, true, Value.TIME)),
          Map.entry("tcp-response inspect-delay", new Place(2, true, Value.TIME)),
          Map.entry("id", new Place(1, true, Value.OVER_0)),
          Map.entry(
              "hash-type", new Place(1, true, Value.oneOf(List.of("map-based", "consistent")))),
          Map.entry(
              "http-reuse",
              new Place(1, true, Value.oneOf(List.of("never", "safe", "aggressive", "always")))),
          Map.entry(
              "load-server-state-from-file",
              new Place(1, true, Value.oneOf(List.of("global", "local", "none")))));

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

  /** What stands before a bracket; {@code hdr} needs one. */
  private static final Value ALGORITHM =
      Value.like(
          Pattern.compile(
              "(?:roundrobin|static-rr|leastconn|first|source|uri|url_param|random|hash|log-hash"
                  + "|sticky|rdp-cookie|ss)(?:\\(.*)?|hdr\\(.*"),
          "is no way to balance: roundrobin, static-rr, leastconn, first, source, random, uri,"
              + " url_param, hdr(NAME)");

  private Values() {}

  /** What is wrong with a line of a proxy. */
  static List<ArgumentFault> of(Directive line, HaproxyVersion version) {
    List<ArgumentFault> faults = new ArrayList<>();
    String keyword = line.keyword();
    String second = line.size() > 1 ? line.word(1) : "";
    switch (keyword) {
      case "timeout" -> {
        if (TIMEOUTS.contains(second)) {
          check(line, new Place(2, true, Value.TIME), faults);
        }
      }
      case "mode" -> check(line, new Place(1, true, Value.oneOf(modes(version))), faults);
      case "errorfile", "errorloc", "errorloc302", "errorloc303" ->
          check(line, new Place(1, true, Value.errorStatus(version)), faults);
      case "balance" -> check(line, new Place(1, false, ALGORITHM), faults);
      default -> {
        Place place = TABLE.getOrDefault(keyword, TABLE.get(keyword + " " + second));
        if (place != null) {
          check(line, place, faults);
        }
      }
    }
    return faults;
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
    if (index >= line.size() || line.word(index).isEmpty() && !line.holdsVariable(index)) {
      if (place.required && !line.expands()) {
        faults.add(
            new ArgumentFault(0, "'" + phrase(line, index) + "' needs a value", "write one"));
      }
    } else if (!line.holdsVariable(index)) {
      place
          .value
          .fault(line.word(index))
          .ifPresent(
              fault ->
                  faults.add(
                      new ArgumentFault(
                          index,
                          "'" + line.span(index).shown() + "' " + fault,
                          "write a value that '" + phrase(line, index) + "' takes")));
    }
  }

  private static String phrase(Directive line, int index) {
    return index == 2 && line.size() > 1 ? line.keyword() + " " + line.word(1) : line.keyword();
  }
}
