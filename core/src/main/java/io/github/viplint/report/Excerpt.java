package io.github.viplint.report;

import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.report.Style.Paint;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a source that hold a span, numbered, the span marked with carets.
 *
 * <pre>
 *    |
 * 11 | 10.10.18.18/28
 *    | ^^^^^^^^^^^^^^ host bits are set
 * </pre>
 */
final class Excerpt {
  /** More lines are left out in the middle. */
  private static final int MOST_LINES = 3;

  /** Longer lines are shown around the span only. */
  private static final int MOST_COLUMNS = 160;

  /** What a line that is too long shows before the span. */
  private static final int LEAD = 40;

  private final Source source;
  private final int start;
  private final int end;
  private final int firstLine;
  private final int lastLine;

  Excerpt(Span span) {
    this.source = span.capture().source();
    this.start = span.capture().sourceStart(span);
    this.end = Math.max(start, span.capture().sourceEnd(span));
    this.firstLine = source.lineOf(start);
    this.lastLine = source.lineOf(end > start ? end - 1 : end);
  }

  /** How wide the line numbers are. */
  int gutter() {
    return Integer.toString(lastLine).length();
  }

  /** The rows, the empty one on top included. */
  List<String> rows(String label, Paint paint, Style style) {
    List<String> rows = new ArrayList<>();
    rows.add(bar("", style));
    boolean elided = lastLine - firstLine >= MOST_LINES;
    for (int line = firstLine; line <= lastLine; line++) {
      if (elided && line == firstLine + MOST_LINES - 1) {
        rows.add(bar("…", style));
        line = lastLine;
      }
      Row row = row(line);
      String number = " ".repeat(gutter() - Integer.toString(line).length()) + line;
      rows.add(style.paint(Paint.BLUE, number + " |") + (" " + row.text).stripTrailing());
      String marks = row.marks + (line == lastLine && !label.isEmpty() ? " " + label : "");
      if (!marks.isBlank()) {
        rows.add(bar(" ".repeat(row.indent) + style.paint(paint, marks), style));
      }
    }
    return rows;
  }

  /** The bar that parts numbers and text, and what stands behind it. */
  String bar(String text, Style style) {
    return style.paint(Paint.BLUE, " ".repeat(gutter()) + " |")
        + (text.isEmpty() ? "" : " " + text);
  }

  private record Row(String text, int indent, String marks) {}

  private Row row(int line) {
    int lineStart = source.lineStart(line);
    int lineEnd = source.lineEnd(line);
    if (firstLine == lastLine && end > lineEnd && isCarriageReturn(lineEnd)) {
      lineEnd++; // what is marked is the CR itself
    }
    int from = clamp(start, lineStart, lineEnd);
    int to = clamp(end, from, lineEnd);
    while (line > firstLine && from < to && Character.isWhitespace(source.text().charAt(from))) {
      from++;
    }
    int shownFrom = lineStart;
    int shownTo = lineEnd;
    if (lineEnd - lineStart > MOST_COLUMNS) {
      shownFrom = whole(Math.max(lineStart, Math.min(from - LEAD, lineEnd - MOST_COLUMNS)));
      shownTo = whole(Math.min(lineEnd, shownFrom + MOST_COLUMNS));
    }
    to = Math.min(to, shownTo);
    String before = shown(shownFrom, from, shownFrom > lineStart ? "…" : "", 0);
    String marked = shown(from, to, "", Columns.of(before));
    int indent = Columns.of(before);
    int width = Columns.of(marked);
    String after = shown(to, shownTo, "", indent + width) + (shownTo < lineEnd ? "…" : "");
    boolean empty = width == 0 && line != firstLine;
    return new Row(before + marked + after, indent, empty ? "" : "^".repeat(Math.max(1, width)));
  }

  private String shown(int from, int to, String lead, int column) {
    return Columns.withoutTabs(lead + Visible.of(source.shown(from, to)), column);
  }

  private boolean isCarriageReturn(int offset) {
    return offset < source.text().length() && source.text().charAt(offset) == '\r';
  }

  /** The offset, moved out of the middle of a surrogate pair. */
  private int whole(int offset) {
    String text = source.text();
    boolean inside =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return inside ? offset - 1 : offset;
  }

  private static int clamp(int value, int low, int high) {
    return Math.max(low, Math.min(value, high));
  }
}
