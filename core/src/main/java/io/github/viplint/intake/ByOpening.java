package io.github.viplint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that a text has when it has their form, sorted by how the text may begin then; sorted out
 * when a text first begins so. The build finds the characters out ({@link OpeningCompiler}): no
 * pattern is compiled for them.
 */
final class ByOpening<T> {
  /** Odd, so that each key has its own product; and the products are spread. */
  private static final int SPREAD = 0x9E3779B1;

  private final List<T> all;
  private final byte[] openings;
  private final Map<Integer, List<T>> sorted = new ConcurrentHashMap<>();

  private ByOpening(List<T> all, byte[] openings) {
    this.all = all;
    this.openings = openings;
  }

  /**
   * @param openings what {@link OpeningCompiler} wrote for the forms of {@code things}
   */
  static <T> ByOpening<T> of(List<T> things, @Nullable InputStream openings) {
    if (openings == null) {
      throw new IllegalStateException("the build did not find out how texts begin");
    }
    try (openings) {
      return new ByOpening<>(List.copyOf(things), openings.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those whose form {@code text} may have, in their order. */
  List<T> startingLike(String text) {
    int beginning = Opening.of(text);
    Integer key = beginning * SPREAD;
    List<T> known = sorted.get(key);
    if (known == null) {
      known = sort(beginning);
      sorted.put(key, known);
    }
    return known;
  }

  private List<T> sort(int beginning) {
    List<T> possible = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (Opening.mayBe(openings, i, beginning)) {
        possible.add(all.get(i));
      }
    }
    return possible;
  }
}
