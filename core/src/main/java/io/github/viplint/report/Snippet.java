package io.github.viplint.report;

import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that hold a span, masked: at most 3 lines of 200 characters.
 *
 * @param column of the first character that is shown of the first line; the others begin at 1
 */
record Snippet(String text, int column) {
  private static final int MOST_LINES = 3;
  private static final int MOST_CHARACTERS = 200;
  private static final int LEAD = 60;

  static Snippet of(Span span) {
    Source source = span.capture().source();
    int start = span.capture().sourceStart(span);
    int end = Math.max(start, span.capture().sourceEnd(span));
    int first = source.lineOf(start);
    int last = Math.min(source.lineOf(end > start ? end - 1 : end), first + MOST_LINES - 1);
    List<String> lines = new ArrayList<>();
    int column = 1;
    for (int line = first; line <= last; line++) {
      int from = source.lineStart(line);
      int to = source.lineEnd(line);
      if (to - from > MOST_CHARACTERS) {
        from = Math.max(from, Math.min(start - LEAD, to - MOST_CHARACTERS));
        to = Math.min(to, from + MOST_CHARACTERS);
      }
      if (line == first) {
        column = from - source.lineStart(line) + 1;
      }
      String shown = source.shown(from, to);
      lines.add(shown.substring(0, Math.min(MOST_CHARACTERS, shown.length())));
    }
    return new Snippet(String.join("\n", lines), column);
  }
}
