package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.SyntaxFault;
import java.util.List;
import java.util.Optional;

/** What cures a fault that leaves no doubt what was meant. */
final class SyntaxFix {
  private SyntaxFix() {}

  /** {@code cure} is for a person where it does. */
  static Fix of(SyntaxFault fault, String cure) {
    return switch (fault.kind()) {
      case MISSING_LAST_LF -> {
        Span end = end(fault.span().capture());
        yield ConfigFix.anywhere("end the file with a newline", List.of(new TextEdit(end, "\n")));
      }
      case BAD_VARIABLE_NAME ->
          singleQuotes(fault.span())
              .map(edits -> ConfigFix.anywhere("put the text in single quotes", edits))
              .orElseGet(() -> ConfigFix.byHand(cure));
      default -> ConfigFix.byHand(cure);
    };
  }

  private static Span end(Capture capture) {
    int length = capture.text().length();
    return capture.span(length, length);
  }

  /** Other quotes around the text that the fault stands in, if they mean the same in it. */
  private static Optional<List<TextEdit>> singleQuotes(Span fault) {
    Capture capture = fault.capture();
    String text = capture.text();
    int from = text.lastIndexOf('\n', fault.start()) + 1;
    int lf = text.indexOf('\n', fault.start());
    int to = lf < 0 ? text.length() : lf;
    int open = text.lastIndexOf('"', fault.start());
    int close = text.indexOf('"', fault.end());
    if (open < from || close < 0 || close >= to) {
      return Optional.empty();
    }
    boolean sole = text.indexOf('"', from) == open && text.lastIndexOf('"', to - 1) == close;
    String inside = text.substring(open + 1, close);
    return sole && inside.indexOf('\'') < 0 && inside.indexOf('\\') < 0
        ? Optional.of(
            List.of(
                new TextEdit(capture.span(open, open + 1), "'"),
                new TextEdit(capture.span(close, close + 1), "'")))
        : Optional.empty();
  }

  /** Gives an address on a section's line a bind line; else {@code cure} is for a person. */
  static Fix of(Section section, WrongWord wrong) {
    if (!wrong.wantsBind()) {
      return ConfigFix.byHand(wrong.cure());
    }
    Directive line = wrong.line();
    int from = line.span(wrong.word() - 1).end();
    Span gap = line.capture().span(from, line.span(wrong.word()).start());
    return ConfigFix.of(
        section, wrong.cure(), Fix.Safety.SAFE, List.of(new TextEdit(gap, "\n  bind ")));
  }

  /** Closes the brace at the end of the line. */
  static Fix closing(Section section, Directive line) {
    Span last = line.span(line.size() - 1);
    boolean glued = !line.isCooked(line.size() - 1) && last.text().endsWith("}");
    int at = glued ? last.end() - 1 : last.end();
    TextEdit edit = new TextEdit(line.capture().span(at, at), glued ? " " : " }");
    return ConfigFix.of(section, "close the brace", Fix.Safety.SAFE, List.of(edit));
  }
}
