package io.github.viplint.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text may look. Every such text begins with certain characters and has a certain piece,
 * which are looked for first: most texts lack them, and that is seen without the pattern, which is
 * compiled when it is first needed.
 */
final class TextForm {
  private final String piece;
  private final String source;
  private final Opening opening;
  private volatile @Nullable Pattern pattern;

  private TextForm(String piece, String source) {
    this.piece = piece;
    this.source = source;
    this.opening = Opening.of(source);
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

  /** Whether a text that begins with {@code prefix} may look so. */
  boolean mayBegin(String prefix) {
    if (opening.goesOnFrom(prefix)) {
      return true;
    }
    if (!opening.isOf(prefix)) {
      return false;
    }
    Matcher matcher = pattern().matcher(prefix);
    // at the end of its input it might have matched had there been more
    return matcher.matches() || matcher.hitEnd();
  }

  private boolean mayFit(String text) {
    return opening.isOf(text) && (piece.isEmpty() || text.contains(piece));
  }
}
