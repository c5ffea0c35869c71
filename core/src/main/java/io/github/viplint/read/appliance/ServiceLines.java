package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.Span;
import io.github.viplint.read.line.Lines;

/**
 * Lines as the appliance's services see them: a byte order mark is a character as any other, up to
 * the LF, with a CR and blanks where they have them. Of a paste, where blanks and line ends mean
 * little, without what trails, and without the indentation that all lines share.
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

  /** Whether the file's byte order mark stands before this line. */
  boolean isMarked(Span line) {
    return capture.isExact() && capture.source().encoding().marked() && line.start() == 0;
  }

  /** What the service sees of a line. */
  String seen(Span line) {
    return (isMarked(line) ? String.valueOf(Encoding.MARK) : "") + line.text();
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
