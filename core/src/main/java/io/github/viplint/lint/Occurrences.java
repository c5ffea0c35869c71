package io.github.viplint.lint;

import io.github.viplint.model.LogTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How often something was logged, and when first and last, as far as the log tells. */
public record Occurrences(int count, Optional<LogTime> first, Optional<LogTime> last) {
  public Occurrences {
    if (count < 1) {
      throw new IllegalArgumentException("nothing occurred");
    }
  }

  /**
   * @param hits in the order written; those of several logs need not be
   */
  public static Occurrences of(List<LogHit> hits) {
    List<LogTime> times = hits.stream().flatMap(hit -> hit.entry().time().stream()).toList();
    return new Occurrences(
        hits.size(),
        times.stream().min(Comparator.naturalOrder()),
        times.stream().max(Comparator.naturalOrder()));
  }
}
