package io.github.viplint.rules.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What logs say of things that went well, each the last time. In one log what stands behind is
 * later; between logs their times decide.
 *
 * @param <K> what went well
 */
public final class Successes<K> {
  private static final BinaryOperator<LogTime> LATER =
      BinaryOperator.maxBy(Comparator.naturalOrder());

  private final Map<K, Map<Capture, Last>> lastOf = new HashMap<>();

  private record Last(int start, Optional<LogTime> time) {
    private Last and(Last other) {
      return new Last(
          Math.max(start, other.start),
          time.flatMap(mine -> other.time.map(its -> LATER.apply(mine, its)))
              .or(() -> time)
              .or(() -> other.time));
    }
  }

  private Successes() {}

  /**
   * @param of what an entry says that went well; may be nothing
   */
  public static <K> Successes<K> in(
      List<LogHit> hits, Function<LogHit, ? extends Collection<K>> of) {
    Successes<K> successes = new Successes<>();
    for (LogHit hit : hits) {
      Last last = new Last(hit.span().start(), hit.entry().time());
      for (K key : of.apply(hit)) {
        successes
            .lastOf
            .computeIfAbsent(key, unused -> new HashMap<>())
            .merge(hit.span().capture(), last, Last::and);
      }
    }
    return successes;
  }

  /** Whether {@code key} went well after {@code failure}. */
  public boolean after(K key, LogEntry failure) {
    return lastOf.getOrDefault(key, Map.of()).entrySet().stream()
        .anyMatch(
            last ->
                last.getKey() == failure.span().capture()
                    ? last.getValue().start() > failure.span().start()
                    : isAfter(last.getValue().time(), failure.time()));
  }

  private static boolean isAfter(Optional<LogTime> later, Optional<LogTime> earlier) {
    return later.isPresent() && earlier.isPresent() && later.get().compareTo(earlier.get()) > 0;
  }
}
