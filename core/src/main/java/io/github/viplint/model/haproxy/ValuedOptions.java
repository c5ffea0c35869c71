package io.github.viplint.model.haproxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The options that take a value; {@code valued-options.txt} says how that is known. */
final class ValuedOptions {
  static final ValuedOptions ALL = new ValuedOptions();

  private final Set<String> words = new HashSet<>();
  private final String[] beginnings;

  private ValuedOptions() {
    List<String> open = new ArrayList<>();
    try (InputStream in = ValuedOptions.class.getResourceAsStream("valued-options.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.endsWith("*")) {
          open.add(line.substring(0, line.length() - 1));
        } else if (!line.startsWith("#")) {
          words.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    beginnings = open.toArray(new String[0]);
  }

  boolean contains(String option) {
    if (words.contains(option)) {
      return true;
    }
    for (String beginning : beginnings) {
      if (option.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
