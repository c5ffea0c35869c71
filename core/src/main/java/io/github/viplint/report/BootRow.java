package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.twin.appliance.BootLine;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A line of a file that a service reads at boot, and what comes of it, fit to be shown.
 *
 * @param reason empty for none
 */
record BootRow(
    String file, int line, String text, LineOutcome outcome, String reason, List<String> journal) {

  /**
   * Every line of the files that the lines are of, comments and blank lines included.
   *
   * @param safe hides secrets
   */
  static List<BootRow> all(
      List<? extends BootLine> lines, List<Capture> files, UnaryOperator<String> safe) {
    Map<Capture, Map<Integer, BootLine>> byStart = new LinkedHashMap<>();
    files.forEach(file -> byStart.put(file, new HashMap<>()));
    for (BootLine line : lines) {
      byStart
          .computeIfAbsent(line.span().capture(), key -> new HashMap<>())
          .put(line.span().start(), line);
    }
    List<BootRow> rows = new ArrayList<>();
    byStart.forEach(
        (capture, own) -> {
          String text = capture.text();
          for (int start = 0; start < text.length(); ) {
            int lf = text.indexOf('\n', start);
            int end = lf < 0 ? text.length() : lf;
            BootLine line = own.get(start);
            rows.add(line == null ? ignored(capture.span(start, end)) : row(line, safe));
            start = end + 1;
          }
        });
    return rows;
  }

  private static BootRow row(BootLine line, UnaryOperator<String> safe) {
    return new BootRow(
        line.span().place().file(),
        line.span().place().startLine(),
        line.span().shown(),
        line.outcome(),
        safe.apply(line.message()),
        line.journal().stream().map(safe).toList());
  }

  private static BootRow ignored(Span span) {
    return new BootRow(
        span.place().file(),
        span.place().startLine(),
        span.shown(),
        LineOutcome.IGNORED,
        "",
        List.of());
  }
}
