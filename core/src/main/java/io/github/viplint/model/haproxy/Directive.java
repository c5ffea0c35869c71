package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a haproxy.cfg: its words and where they stand. Files of a million lines are common
 * enough, so the words are kept as offsets into the text and made on demand; only a word that
 * quotes, escapes or variables change is kept as a string.
 */
public final class Directive {
  private final Capture capture;
  private final int[] bounds;
  private final String[] cooked;

  /**
   * @param bounds start and end of each word in the capture's text, quotes included
   * @param cooked for each word its value where that differs from its text, else null; empty when
   *     no word differs
   */
  public Directive(Capture capture, int[] bounds, @Nullable String[] cooked) {
    if (bounds.length < 2 || bounds.length % 2 != 0) {
      throw new IllegalArgumentException("a directive has at least one word");
    }
    this.capture = capture;
    this.bounds = bounds.clone();
    this.cooked = cooked.length == 0 ? cooked : cooked.clone();
  }

  /** The number of words, the keyword included. */
  public int size() {
    return bounds.length / 2;
  }

  /** The value of word {@code index} (0 is the keyword), quotes and escapes resolved. */
  public String word(int index) {
    if (cooked.length > 0 && cooked[index] != null) {
      return cooked[index];
    }
    return capture.text().substring(bounds[2 * index], bounds[2 * index + 1]);
  }

  /** Whether quotes, escapes or variables made the value of word {@code index}. */
  public boolean isCooked(int index) {
    return cooked.length > 0 && cooked[index] != null;
  }

  public String keyword() {
    return word(0);
  }

  /** The words behind the keyword. */
  public List<String> arguments() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return word(index + 1);
      }

      @Override
      public int size() {
        return Directive.this.size() - 1;
      }
    };
  }

  /** The word behind the first argument that equals {@code name}, as in {@code name NAME}. */
  public Optional<String> valueOf(String name) {
    for (int i = 1; i + 1 < size(); i++) {
      if (word(i).equals(name)) {
        return Optional.of(word(i + 1));
      }
    }
    return Optional.empty();
  }

  public Capture capture() {
    return capture;
  }

  /** Where word {@code index} stands, quotes included. */
  public Span span(int index) {
    return capture.span(bounds[2 * index], bounds[2 * index + 1]);
  }

  /** From the first to the last word. */
  public Span span() {
    return capture.span(bounds[0], bounds[bounds.length - 1]);
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        new AbstractList<String>() {
          @Override
          public String get(int index) {
            return word(index);
          }

          @Override
          public int size() {
            return Directive.this.size();
          }
        });
  }
}
