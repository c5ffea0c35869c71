package io.github.viplint.lint;

import java.util.Optional;

/**
 * How often something was logged.
 *
 * @param first and last: times as the log writes them
 */
public record Occurrences(int count, Optional<String> first, Optional<String> last) {
  public Occurrences {
    if (count < 1) {
      throw new IllegalArgumentException("nothing occurred");
    }
  }
}
