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
 * What logs say of things that went well, each the last time. Their times decide, for a journal may
 * be printed in reverse; where those are equal or not known, what stands behind in one log is
 * later.
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
        .anyMatch(last -> isAfter(last.getKey(), last.getValue(), failure));
  }

  private static boolean isAfter(Capture log, Last last, LogEntry failure) {
    int order =
        last.time().isPresent() && failure.time().isPresent()
            ? last.time().get().compareTo(failure.time().get())
            : 0;
    boolean behind = log == failure.span().capture() && last.start() > failure.span().start();
    return order == 0 ? behind : order > 0;
  }
}
