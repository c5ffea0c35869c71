package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.model.haproxy.SyntaxFault;
import java.util.Optional;

/**
 * A line that begins with {@code [}: it names the scope of the lines behind it, which haproxy.cfg
 * has no use for. As cfg_parse_scope() of haproxy's src/cfgparse.c reads it.
 */
final class HaproxyScope {
  private HaproxyScope() {}

  /** What is wrong with the scope from {@code from}, where the bracket stands, to {@code to}. */
  static Optional<SyntaxFault> fault(Capture capture, int from, int to) {
    String text = capture.text();
    int end = from + 1;
    while (end < to && isName(text.charAt(end))) {
      end++;
    }
    if (end < to && text.charAt(end) != ']' && !endsLine(text.charAt(end))) {
      return fault(capture, SyntaxFault.Kind.BAD_SCOPE_NAME, end);
    }
    if (end == from + 1 || end == to || text.charAt(end) != ']') {
      return fault(capture, SyntaxFault.Kind.EMPTY_SCOPE, from);
    }
    for (int i = end + 1; i < to && !endsLine(text.charAt(i)); i++) {
      if (!isBlank(text.charAt(i))) {
        return text.charAt(i) == '#'
            ? Optional.empty()
            : fault(capture, SyntaxFault.Kind.TEXT_BEHIND_SCOPE, i);
      }
    }
    return Optional.empty();
  }

  private static Optional<SyntaxFault> fault(Capture capture, SyntaxFault.Kind kind, int at) {
    return Optional.of(new SyntaxFault(kind, capture.span(at, at + 1)));
  }

  private static boolean endsLine(char c) {
    return c == '\r' || c == 0;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u000B' || c == '\f';
  }

  private static boolean isName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-'
        || c == '.'
        || c == ':';
  }
}
