package io.github.viplint.capture;

import java.util.Objects;

/** Puts {@code newText} in place of the text of {@code span}; an empty span inserts. */
public record TextEdit(Span span, String newText) {
  public TextEdit {
    Objects.requireNonNull(span);
    Objects.requireNonNull(newText);
  }
}
