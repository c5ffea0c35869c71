package io.github.viplint.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text may look. Every such text has one of certain pieces, which are looked for first: most
 * texts lack them, and that is seen without the pattern, which is compiled when it is first needed.
 */
final class TextForm {
  private final List<String> pieces;
  private final String source;
  private volatile @Nullable Pattern pattern;

  private TextForm(List<String> pieces, String source) {
    this.pieces = pieces;
    this.source = source;
  }

  static TextForm like(String pattern) {
    return new TextForm(List.of(), pattern);
  }

  /**
   * @param piece what every such text has
   */
  static TextForm with(String piece, String pattern) {
    return like(pattern).having(piece);
  }

  /** The same, of which each text has one of these pieces. */
  TextForm having(String... others) {
    return new TextForm(List.of(others), source);
  }

  List<String> pieces() {
    return pieces;
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
    for (String piece : pieces) {
      if (text.contains(piece)) {
        return true;
      }
    }
    return pieces.isEmpty();
  }
}
