package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things with a pattern, sorted by the first characters that a text must have for it. */
final class ByFirstCharacter<T> {
  private static final int ASCII = 128;

  private final List<T> all;
  private final List<List<T>> byCharacter;

  private ByFirstCharacter(List<T> all, List<List<T>> byCharacter) {
    this.all = all;
    this.byCharacter = byCharacter;
  }

  static <T> ByFirstCharacter<T> of(Function<T, Pattern> pattern, List<T> things) {
    List<List<T>> byCharacter = new ArrayList<>();
    for (char c = 0; c < ASCII; c++) {
      List<T> possible = new ArrayList<>();
      for (T thing : things) {
        Matcher matcher = pattern.apply(thing).matcher(String.valueOf(c));
        // at the end of its input it might have matched had there been more
        if (matcher.matches() || matcher.hitEnd()) {
          possible.add(thing);
        }
      }
      byCharacter.add(List.copyOf(possible));
    }
    return new ByFirstCharacter<>(List.copyOf(things), byCharacter);
  }

  /** Those that may match {@code text}, in their order; {@code text} is not empty. */
  List<T> startingLike(String text) {
    char first = text.isEmpty() ? ASCII : text.charAt(0);
    return first < ASCII ? byCharacter.get(first) : all;
  }
}
