package io.github.viplint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.LogTime;
import io.github.viplint.read.Pasted;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineEventTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2031, 8, 4, 12, 0);
  private static final Capture LOG = Pasted.file(CaptureKind.JOURNAL, "one\n");
  private static final RuleInfo RULE =
      RuleInfo.of("XX101", "late", Severity.ERROR, "something is late");

  @Test
  void timesAreInUtcAndSayWhatIsNotKnown() {
    assertThat(event(NOON, true, Optional.of(ZoneOffset.ofHours(2))).iso())
        .isEqualTo("2031-08-04T10:00:00Z");
    assertThat(event(NOON, true, Optional.empty()).iso()).isEqualTo("2031-08-04T12:00:00");
    assertThat(event(NOON.withYear(2000), false, Optional.empty()).iso())
        .isEqualTo("--08-04T12:00:00");
  }

  @Test
  void eventsComeInOrderOfTimeAcrossZonesWithoutInfos() {
    List<TimelineEvent> events =
        TimelineEvent.of(
            List.of(
                entry("second", NOON, ZoneOffset.UTC, Severity.ERROR),
                entry("first", NOON.plusMinutes(30), ZoneOffset.ofHours(2), Severity.WARNING),
                entry("untold", NOON, ZoneOffset.UTC, Severity.INFO)));

    assertThat(events).extracting(TimelineEvent::message).containsExactly("first", "second");
  }

  private static TimelineEvent event(LocalDateTime value, boolean year, Optional<ZoneOffset> zone) {
    return new TimelineEvent(new LogTime("x", value, year, zone), LOG.span(0, 1), "message");
  }

  private static Report.Entry entry(
      String message, LocalDateTime value, ZoneOffset zone, Severity severity) {
    LogTime time = new LogTime("x", value, true, Optional.of(zone));
    Finding[] built = new Finding[1];
    new Finding.Builder(RULE, "host", LOG.span(0, 1), message, finding -> built[0] = finding)
        .severity(severity)
        .occurrences(new Occurrences(1, Optional.of(time), Optional.of(time)))
        .report();
    return new Report.Entry("f1", "lab", built[0], List.of(), "fp");
  }
}
