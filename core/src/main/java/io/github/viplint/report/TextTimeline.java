package io.github.viplint.report;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.TimelineEvent;
import java.util.ArrayList;
import java.util.List;

/** The {@link Timeline} in plain text. */
final class TextTimeline {
  private static final int LONGEST = 100;

  private TextTimeline() {}

  static List<String> rows(Report report) {
    Timeline timeline = Timeline.of(report);
    if (timeline.isEmpty()) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    String unknown = timeline.unknown();
    rows.add("Timeline" + (unknown.isEmpty() ? "" : " " + unknown) + ":");
    int width = timeline.events().stream().mapToInt(event -> event.iso().length()).max().orElse(0);
    for (TimelineEvent event : timeline.events()) {
      rows.add(
          "   "
              + Columns.padded(event.iso(), width)
              + "  "
              + shortened(Visible.line(event.message()))
              + "  "
              + CaptureIndex.line(event.span()));
    }
    if (timeline.more() > 0) {
      rows.add("   \u2026 and " + timeline.more() + " more");
    }
    return rows;
  }

  private static String shortened(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "\u2026" : message;
  }
}
