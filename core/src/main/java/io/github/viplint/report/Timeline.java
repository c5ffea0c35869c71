package io.github.viplint.report;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.TimelineEvent;
import java.util.List;

/**
 * When what was found happened, as reports for people show it: nothing where no two events have a
 * time.
 *
 * @param events those to show, in order of time
 * @param more how many are left out behind them
 * @param unknown what of the times is not known, in parentheses; empty when all is
 */
record Timeline(List<TimelineEvent> events, int more, String unknown) {
  private static final int MOST = 20;

  Timeline {
    events = List.copyOf(events);
  }

  static Timeline of(Report report) {
    List<TimelineEvent> all = report.timeline();
    if (all.size() < 2) {
      return new Timeline(List.of(), 0, "");
    }
    int shown = Math.min(MOST, all.size());
    return new Timeline(all.subList(0, shown), all.size() - shown, unknown(all));
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  private static String unknown(List<TimelineEvent> events) {
    boolean year = events.stream().anyMatch(event -> !event.time().yearKnown());
    boolean zone = events.stream().anyMatch(event -> event.time().zone().isEmpty());
    return year && zone
        ? "(year and zone are not known of all)"
        : year ? "(the year is not known of all)" : zone ? "(the zone is not known of all)" : "";
  }
}
