package io.github.viplint.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text may look. Every such text has a certain piece, which is looked for first: most texts
 * lack it, and that is soon seen.
 *
 * @param piece empty for none
 */
record TextForm(String piece, Pattern pattern) {
  static TextForm like(String pattern) {
    return with("", pattern);
  }

  static TextForm with(String piece, String pattern) {
    return new TextForm(piece, Pattern.compile(pattern));
  }

  /** Whether all of {@code text} looks so. */
  boolean fits(String text) {
    return mayFit(text) && pattern.matcher(text).matches();
  }

  /** All of {@code text}, if it looks so. */
  Optional<Matcher> whole(String text) {
    return mayFit(text)
        ? Optional.of(pattern.matcher(text)).filter(Matcher::matches)
        : Optional.empty();
  }

  /** The beginning of {@code text} that looks so. */
  Optional<Matcher> beginning(String text) {
    return mayFit(text)
        ? Optional.of(pattern.matcher(text)).filter(Matcher::lookingAt)
        : Optional.empty();
  }

  private boolean mayFit(String text) {
    return piece.isEmpty() || text.contains(piece);
  }
}
