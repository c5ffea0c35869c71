package io.github.viplint.rules.haproxy.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Why viplint knowingly differs from haproxy. */
final class Reasons {
  private Reasons() {}

  /** {@code CASE REASON} of a table beside this class. */
  static Map<String, String> in(String table) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Reasons.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(cells -> reasons.put(cells[0], cells[1]));
    }
    return reasons;
  }
}
