package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.lint.EditDistance;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.Optional;

/**
 * The word that was meant, by the least number of letters to put in, take out, exchange or swap.
 *
 * @param distance that number, at least 1
 */
public record NearestWord(String word, int distance) {
  private static final int FURTHEST = 2;
  private static final int LETTERS_FOR_EACH = 3;
  private static final int LONGEST = 64;

  /** The nearest word that this release takes in this place; the first of several. */
  public static Optional<NearestWord> of(
      Keywords keywords, String place, String written, HaproxyVersion version) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int furthest = Math.min(FURTHEST, written.length() / LETTERS_FOR_EACH);
    NearestWord nearest = null;
    for (Keyword keyword : keywords.in(place).all()) {
      if (keyword.isPrefix() || !keyword.in(version).accepted()) {
        continue;
      }
      int least = nearest == null ? furthest : nearest.distance - 1;
      int distance = EditDistance.between(written, keyword.word(), least);
      if (distance <= least) {
        nearest = new NearestWord(keyword.word(), distance);
      }
    }
    return Optional.ofNullable(nearest);
  }
}
