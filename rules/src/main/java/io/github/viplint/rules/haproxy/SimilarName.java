package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.EditDistance;
import java.util.Collection;
import java.util.Optional;

/**
 * The one name that a misspelt one was most likely meant to be. One for each run of a rule: who
 * misspells thousands of names among thousands is given no advice on the last ones.
 */
final class SimilarName {
  /** Pairs of letters that may still be compared: a fraction of a second's work. */
  private long left = 100_000_000;

  /** The only known name within two changes, or a third of a short one; empty when in doubt. */
  Optional<String> to(String name, Collection<String> known) {
    left -= (long) name.length() * name.length() * known.size();
    if (left < 0) {
      return Optional.empty();
    }
    int most = Math.min(2, name.length() / 3);
    String best = "";
    int least = most + 1;
    boolean alone = false;
    for (String candidate : known) {
      int changes = EditDistance.between(name, candidate, least);
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
}
