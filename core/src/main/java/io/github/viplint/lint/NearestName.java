package io.github.viplint.lint;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody most likely meant. */
public final class NearestName {
  /** Longer words are no names that somebody mistyped. */
  private static final int LONGEST = 100;

  private NearestName() {}

  /**
   * The nearest of {@code names} by characters added, dropped, changed or swapped; empty if none is
   * near.
   */
  public static Optional<String> to(String written, Collection<String> names) {
    String best = "";
    int most = Math.max(2, written.length() / 3);
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    for (String name : names) {
      int distance = EditDistance.between(wanted, name.toLowerCase(Locale.ROOT), most);
      if (distance <= most) {
        most = distance - 1;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }
}
