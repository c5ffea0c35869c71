package io.github.viplint.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** One word out of a few; a wrong one is answered with the nearest. */
final class Choice {
  private Choice() {}

  /**
   * The word, if it is one of {@code words}.
   *
   * @param noun what the words name
   * @throws TypeConversionException saying what there is
   */
  static String of(String noun, String given, List<String> words) {
    if (words.contains(given)) {
      return given;
    }
    throw new TypeConversionException(
        "there is no "
            + noun
            + " '"
            + given
            + "'"
            + nearest(given, words).map(word -> "; did you mean " + word + "?").orElse("")
            + " (there are: "
            + String.join(", ", words)
            + ")");
  }

  /** The word that {@code given} most likely means; empty when none is near. */
  static Optional<String> nearest(String given, List<String> words) {
    String best = "";
    int least = Math.max(2, given.length() / 3) + 1;
    for (String word : words) {
      int distance = distance(given.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Levenshtein's: how many characters to add, drop or change. */
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
