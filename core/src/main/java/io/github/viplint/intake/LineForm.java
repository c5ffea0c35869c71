package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a line may look.
 *
 * @param verdict what such a line says
 */
record LineForm(Pattern pattern, Verdict verdict) {
  /** A verdict that leaves everything open. */
  private static final Verdict NONE = new Verdict(List.of(), false, false);

  static LineForm none(String pattern) {
    return new LineForm(Pattern.compile(pattern), NONE);
  }

  static LineForm sure(String pattern, CaptureKind... kinds) {
    return new LineForm(Pattern.compile(pattern), new Verdict(List.of(kinds), true, false));
  }

  static LineForm opens(String pattern, CaptureKind... kinds) {
    return new LineForm(Pattern.compile(pattern), new Verdict(List.of(kinds), true, true));
  }

  static LineForm fair(String pattern, CaptureKind... kinds) {
    return new LineForm(Pattern.compile(pattern), new Verdict(List.of(kinds), false, false));
  }
}
