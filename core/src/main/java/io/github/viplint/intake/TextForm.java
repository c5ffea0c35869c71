package io.github.viplint.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text may look. Every such text has a certain piece, which is looked for first: most texts
 * lack it, and that is seen without the pattern, which is compiled when it is first needed.
 */
final class TextForm {
  private final String piece;
  private final String source;
  private volatile @Nullable Pattern pattern;

  private TextForm(String piece, String source) {
    this.piece = piece;
    this.source = source;
  }

  static TextForm like(String pattern) {
    return with("", pattern);
  }

  /**
   * @param piece what every such text has; empty for none
   */
  static TextForm with(String piece, String pattern) {
    return new TextForm(piece, pattern);
  }

  /** The same, of which each text has this piece. */
  TextForm having(String other) {
    return new TextForm(other, source);
  }

  Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(source);
      pattern = known;
    }
    return known;
  }

  /** Whether all of {@code text} looks so. */
  boolean fits(String text) {
    return mayFit(text) && pattern().matcher(text).matches();
  }

  /** All of {@code text}, if it looks so. */
  Optional<Matcher> whole(String text) {
    return mayFit(text)
        ? Optional.of(pattern().matcher(text)).filter(Matcher::matches)
        : Optional.empty();
  }

  /** The beginning of {@code text} that looks so. */
  Optional<Matcher> beginning(String text) {
    return mayFit(text)
        ? Optional.of(pattern().matcher(text)).filter(Matcher::lookingAt)
        : Optional.empty();
  }

  private boolean mayFit(String text) {
    return piece.isEmpty() || text.contains(piece);
  }
}
