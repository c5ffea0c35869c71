package io.github.viplint.cli;

import io.github.viplint.lint.NearestName;
import java.util.List;
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
            + NearestName.to(given, words).map(word -> "; did you mean " + word + "?").orElse("")
            + " (there are: "
            + String.join(", ", words)
            + ")");
  }
}
