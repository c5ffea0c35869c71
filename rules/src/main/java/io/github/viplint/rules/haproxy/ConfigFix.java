package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.regex.Pattern;

/** How a haproxy.cfg is mended. vCenter writes its own sections anew: edits there are lost. */
final class ConfigFix {
  /** Asks haproxy itself. */
  static final String CHECK = "haproxy -c -f /etc/haproxy/haproxy.cfg";

  private static final List<String> COMMANDS =
      List.of(CHECK, "systemctl reset-failed haproxy", "systemctl restart haproxy");

  private static final Pattern VCENTERS = Pattern.compile("domain-c\\d+:.*");

  private ConfigFix() {}

  /** Whether vCenter wrote the section, and will write it again. */
  static boolean isVcenters(Section section) {
    return VCENTERS.matcher(section.name()).matches();
  }

  /** Edits within a section; for a person where vCenter owns it. */
  static Fix of(Section section, String title, Fix.Safety safety, List<TextEdit> edits) {
    return isVcenters(section) ? byHand(title) : Fix.of(title, safety, edits, COMMANDS);
  }

  /** Edits of bytes that stand in no section, or whose section is not known. */
  static Fix anywhere(String title, List<TextEdit> edits) {
    return Fix.of(title, Fix.Safety.SAFE, edits, COMMANDS);
  }

  /** What a person has to do. */
  static Fix byHand(String title) {
    return Fix.of(title, Fix.Safety.MANUAL, List.of(), COMMANDS);
  }

  /**
   * For a person, who knows what was meant; or the line is left out, with a # before it. Nobody but
   * vCenter leaves out its lines, and without its first line a section becomes part of another.
   *
   * @param line within the line
   */
  static List<Fix> byHandOrLeftOut(Section section, Span line, String title) {
    String text = line.capture().text();
    int start = text.lastIndexOf('\n', line.start() - 1) + 1;
    if (isVcenters(section)
        || section.header().span().start() >= start
            && section.header().span().start() <= line.start()) {
      return List.of(byHand(title));
    }
    while (start < line.start() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return List.of(
        byHand(title),
        Fix.of(
            "leave the line out, with a # before it",
            Fix.Safety.UNSAFE,
            List.of(new TextEdit(line.capture().span(start, start), "# ")),
            COMMANDS));
  }

  /** Puts {@code text} in place of a word. */
  static TextEdit word(Directive line, int index, String text) {
    return new TextEdit(line.span(index), text);
  }

  /** Puts {@code text} in place of a name. */
  static TextEdit part(Reference reference, String text) {
    return new TextEdit(reference.span(), text);
  }

  /** Takes the whole line out, its end included. */
  static TextEdit without(Directive line) {
    String text = line.capture().text();
    int start = text.lastIndexOf('\n', line.span().start() - 1) + 1;
    int lf = text.indexOf('\n', line.span().end());
    return new TextEdit(line.capture().span(start, lf < 0 ? text.length() : lf + 1), "");
  }

  /** Puts {@code line} below another one, indented as {@code like}. */
  static TextEdit below(Directive above, String indent, String line) {
    String text = above.capture().text();
    int lf = text.indexOf('\n', above.span().end());
    int end = lf < 0 ? text.length() : lf;
    Span behind = above.capture().span(end, end);
    return new TextEdit(behind, "\n" + indent + line);
  }

  /** The blanks before a line. */
  static String indent(Directive line) {
    int start = line.span().start();
    String text = line.capture().text();
    return text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
  }
}
