package io.github.viplint.report;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.TimelineEvent;
import java.util.ArrayList;
import java.util.List;

/** When what was found happened; nothing where no two events have a time. */
final class TextTimeline {
  private static final int MOST = 20;
  private static final int LONGEST = 100;

  private TextTimeline() {}

  static List<String> rows(Report report) {
    List<TimelineEvent> events = report.timeline();
    if (events.size() < 2) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    rows.add("Timeline" + unknown(events) + ":");
    int width = events.stream().limit(MOST).mapToInt(event -> event.iso().length()).max().orElse(0);
    for (TimelineEvent event : events.subList(0, Math.min(MOST, events.size()))) {
      rows.add(
          "   "
              + Columns.padded(event.iso(), width)
              + "  "
              + shortened(Visible.line(event.message()))
              + "  "
              + CaptureIndex.line(event.span()));
    }
    if (events.size() > MOST) {
      rows.add("   \u2026 and " + (events.size() - MOST) + " more");
    }
    return rows;
  }

  /** What of the times is not known, said once. */
  private static String unknown(List<TimelineEvent> events) {
    boolean year = events.stream().anyMatch(event -> !event.time().yearKnown());
    boolean zone = events.stream().anyMatch(event -> event.time().zone().isEmpty());
    return year && zone
        ? " (year and zone are not known of all)"
        : year ? " (the year is not known of all)" : zone ? " (the zone is not known of all)" : "";
  }

  private static String shortened(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "\u2026" : message;
  }
}
