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
   * The nearest of {@code names} by characters added, dropped or changed; empty if none is near.
   */
  public static Optional<String> to(String written, Collection<String> names) {
    String best = "";
    int least = Math.max(2, written.length() / 3) + 1;
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    for (String name : names) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
