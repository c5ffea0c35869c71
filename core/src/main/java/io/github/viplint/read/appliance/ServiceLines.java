package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.read.line.Lines;

/**
 * Lines as the appliance's services see them: up to the LF, with a CR and blanks where they have
 * them. Of a paste, where blanks and line ends mean little, without what trails, and without the
 * indentation that all lines share.
 */
final class ServiceLines {
  private final Capture capture;
  private final int indent;

  ServiceLines(Capture capture) {
    this.capture = capture;
    this.indent =
        capture.isExact()
            ? 0
            : capture
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
  }

  /** The line that {@code lines} is at. */
  Span at(Lines lines) {
    int start = lines.start();
    int end = lines.endBeforeLf();
    if (!capture.isExact()) {
      while (end > start && Character.isWhitespace(capture.text().charAt(end - 1))) {
        end--;
      }
      start = Math.min(start + indent, end);
    }
    return capture.span(start, end);
  }
}
