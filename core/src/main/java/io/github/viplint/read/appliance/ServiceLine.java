package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.read.line.Lines;

/**
 * A line as the appliance's services see it: up to the LF, with a CR and blanks where it has them.
 * Of a paste, where blanks and line ends mean nothing, without what trails.
 */
final class ServiceLine {
  private ServiceLine() {}

  static Span of(Capture capture, Lines lines) {
    int end = lines.endBeforeLf();
    if (!capture.isExact()) {
      while (end > lines.start() && Character.isWhitespace(capture.text().charAt(end - 1))) {
        end--;
      }
    }
    return capture.span(lines.start(), end);
  }
}
