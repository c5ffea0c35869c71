package io.github.viplint.twin;

import io.github.viplint.twin.appliance.ApplianceVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An appliance to start on this machine.
 *
 * @param version of the appliance, {@code v0.2.0}
 * @param host commands of {@code ip -batch} that make its interfaces
 * @param restarts how often route-tables is started again
 * @param files by name
 */
public record ServiceCase(
    ApplianceVersion version, String host, int restarts, Map<String, String> files) {
  public ServiceCase {
    files = new TreeMap<>(files);
  }

  /** All that it takes to try it by hand. */
  @Override
  public String toString() {
    return version
        + ", restarts: "
        + restarts
        + "\n--- host\n"
        + host
        + files.entrySet().stream()
            .map(file -> "--- " + file.getKey() + "\n" + visible(file.getValue()))
            .collect(Collectors.joining());
  }

  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("$\n");
              } else if (c < ' ' || c > 126) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.isEmpty() || text.endsWith("\n") ? shown.toString() : shown + "<no newline>\n";
  }
}
