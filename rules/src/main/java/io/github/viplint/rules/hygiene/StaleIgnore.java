package io.github.viplint.rules.hygiene;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.model.Ignore;
import java.util.List;

/**
 * An ignore comment that does nothing for some of the rules that it names.
 *
 * @param stale the rules as it names them
 */
record StaleIgnore(Ignore ignore, List<Span> stale) {

  /** Takes one of them out; the comment when none would be left. */
  Fix without(Span rule) {
    return stale.containsAll(ignore.rules())
        ? fix("take the comment out", comment())
        : fix("take " + rule.shown() + " out of the comment", one(rule));
  }

  private static Fix fix(String title, Span span) {
    return Fix.of(title, Fix.Safety.SAFE, List.of(new TextEdit(span, "")), List.of());
  }

  /** With the blanks before it, or its line when it has one to itself. */
  private Span comment() {
    Capture capture = ignore.span().capture();
    String text = capture.text();
    int start = ignore.span().start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = ignore.span().end();
    boolean alone = start == 0 || text.charAt(start - 1) == '\n';
    int lf = text.indexOf('\n', end);
    if (alone) {
      end = lf < 0 ? text.length() : lf + 1;
    }
    return capture.span(start, end);
  }

  /** With the comma and the blanks that part it from its neighbour. */
  private Span one(Span rule) {
    int at = ignore.rules().indexOf(rule);
    boolean last = at == ignore.rules().size() - 1;
    return rule.capture()
        .span(
            last ? ignore.rules().get(at - 1).end() : rule.start(),
            last ? rule.end() : ignore.rules().get(at + 1).start());
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
