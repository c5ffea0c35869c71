package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Things with a pattern, sorted by the first characters that a text must have for it; sorted out
 * for a character when a text begins with it.
 */
final class ByFirstCharacter<T> {
  private static final int ASCII = 128;

  private final Function<T, Pattern> pattern;
  private final List<T> all;
  private final AtomicReferenceArray<List<T>> byCharacter = new AtomicReferenceArray<>(ASCII);

  private ByFirstCharacter(Function<T, Pattern> pattern, List<T> all) {
    this.pattern = pattern;
    this.all = all;
  }

  static <T> ByFirstCharacter<T> of(Function<T, Pattern> pattern, List<T> things) {
    return new ByFirstCharacter<>(pattern, List.copyOf(things));
  }

  /** Those that may match {@code text}, in their order; {@code text} is not empty. */
  List<T> startingLike(String text) {
    char first = text.isEmpty() ? ASCII : text.charAt(0);
    if (first >= ASCII) {
      return all;
    }
    List<T> known = byCharacter.get(first);
    if (known == null) {
      known = possible(first);
      byCharacter.set(first, known);
    }
    return known;
  }

  private List<T> possible(char first) {
    List<T> possible = new ArrayList<>();
    for (T thing : all) {
      Matcher matcher = pattern.apply(thing).matcher(String.valueOf(first));
      // at the end of its input it might have matched had there been more
      if (matcher.matches() || matcher.hitEnd()) {
        possible.add(thing);
      }
    }
    return List.copyOf(possible);
  }
}
