package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a line may look.
 *
 * @param verdict what such a line says
 */
record LineForm(TextForm form, Verdict verdict) {
  /** A verdict that leaves everything open. */
  private static final Verdict NONE = new Verdict(List.of(), false, false);

  /** All of them, the ones that are tried first in front. */
  static List<LineForm> all() {
    return Stream.concat(LogForms.ALL.stream(), StateForms.ALL.stream()).toList();
  }

  static LineForm none(String pattern) {
    return new LineForm(TextForm.like(pattern), NONE);
  }

  static LineForm sure(String pattern, CaptureKind... kinds) {
    return new LineForm(TextForm.like(pattern), new Verdict(List.of(kinds), true, false));
  }

  static LineForm opens(String pattern, CaptureKind... kinds) {
    return new LineForm(TextForm.like(pattern), new Verdict(List.of(kinds), true, true));
  }

  static LineForm fair(String pattern, CaptureKind... kinds) {
    return new LineForm(TextForm.like(pattern), new Verdict(List.of(kinds), false, false));
  }

  /** The same form, whose lines each have one of these pieces. */
  LineForm having(String... pieces) {
    return new LineForm(form.having(pieces), verdict);
  }
}
