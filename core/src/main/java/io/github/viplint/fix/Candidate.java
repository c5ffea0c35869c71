package io.github.viplint.fix;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report.Entry;
import java.util.Collection;

/** A fix of a finding, to be tried. */
record Candidate(Entry entry, Fix fix) {

  String host() {
    return entry.finding().host();
  }

  /** Whether one of these changes the same lines. */
  boolean overlaps(Collection<TextEdit> others) {
    return fix.edits().stream()
        .anyMatch(edit -> others.stream().anyMatch(other -> overlap(edit, other)));
  }

  private static boolean overlap(TextEdit one, TextEdit other) {
    Span here = one.span();
    Span there = other.span();
    if (here.capture() != there.capture()) {
      return false;
    }
    if (isEmpty(here) || isEmpty(there)) {
      return there.start() <= here.end()
          && here.start() <= there.end()
          // one line behind the other
          && !(addsLines(one) && addsLines(other));
    }
    return there.start() < here.end() && here.start() < there.end();
  }

  private static boolean isEmpty(Span span) {
    return span.start() == span.end();
  }

  private static boolean addsLines(TextEdit edit) {
    return isEmpty(edit.span()) && edit.newText().endsWith("\n");
  }
}
