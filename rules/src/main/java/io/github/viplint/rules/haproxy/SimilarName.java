package io.github.viplint.rules.haproxy;

import java.util.Collection;
import java.util.Optional;

/**
 * The one name that a misspelt one was most likely meant to be. One for each run of a rule: who
 * misspells thousands of names among thousands is given no advice on the last ones.
 */
final class SimilarName {
  private long left = 1_000_000;

  /** The only known name within two changes, or a third of a short one; empty when in doubt. */
  Optional<String> to(String name, Collection<String> known) {
    left -= known.size();
    if (left < 0) {
      return Optional.empty();
    }
    int most = Math.min(2, name.length() / 3);
    String best = "";
    int least = most + 1;
    boolean alone = false;
    for (String candidate : known) {
      int changes = changes(name, candidate, least);
      if (changes < least) {
        best = candidate;
        least = changes;
        alone = true;
      } else if (changes == least && least <= most && !candidate.equals(best)) {
        alone = false;
      }
    }
    return alone ? Optional.of(best) : Optional.empty();
  }

  /** Levenshtein's distance; anything above {@code most} where it is more. */
  private static int changes(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int smallest = i;
      for (int j = 1; j <= other.length(); j++) {
        int swap = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + swap, 1 + Math.min(above[j], row[j - 1]));
        smallest = Math.min(smallest, row[j]);
      }
      if (smallest > most) {
        return most + 1;
      }
      above = row;
    }
    return above[other.length()];
  }
}
