package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Reference;
import java.util.ArrayList;
import java.util.List;

/** {@code if {dst_port 443}}: braces are words of their own, and here they are none. */
final class GluedBrace {
  private GluedBrace() {}

  /** Puts blanks around the braces. */
  static Fix fix(Reference reference) {
    Directive line = reference.directive();
    List<TextEdit> edits = new ArrayList<>();
    int open = reference.word();
    if (!line.isCooked(open)) {
      Span word = line.span(open);
      int behind = word.start() + reference.from() + 1;
      edits.add(new TextEdit(word.capture().span(behind, behind), " "));
    }
    for (int i = open; i < line.size(); i++) {
      String word = line.word(i);
      if (word.equals("}")) {
        break;
      }
      if (word.endsWith("}") && !line.isCooked(i)) {
        int before = line.span(i).end() - 1;
        edits.add(new TextEdit(line.capture().span(before, before), " "));
        break;
      }
    }
    return ConfigFix.of(
        reference.section(), "put blanks around the braces", Fix.Safety.SAFE, edits);
  }
}
