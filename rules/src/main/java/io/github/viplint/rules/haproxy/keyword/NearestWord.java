package io.github.viplint.rules.haproxy.keyword;

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
      int distance = distance(written, keyword.word(), least);
      if (distance <= least) {
        nearest = new NearestWord(keyword.word(), distance);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Damerau's distance, restricted; more than {@code most} is not worked out. */
  public static int distance(String from, String to, int most) {
    if (Math.abs(from.length() - to.length()) > most) {
      return most + 1;
    }
    int[] before = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[to.length()];
  }
}
