package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.LogTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happened, and that the diagnosis uses.
 *
 * @param message what the finding says of it
 */
public record TimelineEvent(LogTime time, Span span, String message) {
  private static final Comparator<TimelineEvent> BY_TIME =
      Comparator.comparing(TimelineEvent::sortedBy)
          .thenComparing(event -> event.span().place().file())
          .thenComparing(event -> event.span().place().startLine())
          .thenComparing(TimelineEvent::message);

  /** The errors and warnings that say when they were seen first, in order of time. */
  static List<TimelineEvent> of(List<Report.Entry> findings) {
    return findings.stream()
        .map(Report.Entry::finding)
        .filter(finding -> finding.severity().atLeast(Severity.WARNING))
        .flatMap(TimelineEvent::of)
        .sorted(BY_TIME)
        .toList();
  }

  private static Stream<TimelineEvent> of(Finding finding) {
    return finding.occurrences().stream()
        .flatMap(seen -> seen.first().stream())
        .map(first -> new TimelineEvent(first, finding.span(), finding.message()));
  }

  /** UTC where the zone is known; else local time stands for it. */
  private LocalDateTime sortedBy() {
    return time.zone()
        .map(
            zone ->
                time.value().atOffset(zone).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
        .orElse(time.value());
  }

  /**
   * As ISO 8601: in UTC ({@code 2021-08-04T14:05:26Z}); without a zone where that is not known; and
   * {@code --08-04T14:05:26} where the year is not known either.
   */
  public String iso() {
    String text = sortedBy().toString();
    text = text.length() == "2021-08-04T14:05".length() ? text + ":00" : text;
    if (!time.yearKnown()) {
      return "-" + text.substring("2021".length());
    }
    return time.zone().isPresent() ? text + "Z" : text;
  }
}
