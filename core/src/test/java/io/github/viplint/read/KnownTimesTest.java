package io.github.viplint.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogTime;
import io.github.viplint.read.log.LogReading;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTimesTest {
  private static final String JOURNAL =
      "Dec 31 23:59:58 lb1 x[1]: adding route for X\nJan 01 00:00:01 lb1 x[1]: adding route for Y\n";

  @Test
  void theHeadOfAJournalTellsYearAndZone() {
    Log log =
        log(
            "-- Logs begin at Fri 2030-11-20 15:29:01 UTC, end at Wed 2031-01-01 00:10:00 UTC. --\n"
                + JOURNAL);

    assertThat(times(log))
        .containsExactly(
            LocalDateTime.of(2030, 12, 31, 23, 59, 58), LocalDateTime.of(2031, 1, 1, 0, 0, 1));
    assertThat(log.entries())
        .allMatch(entry -> entry.time().orElseThrow().zone().equals(utc()))
        .allMatch(entry -> entry.time().orElseThrow().yearKnown());
  }

  @Test
  void anotherLogOfTheLabTellsTheYearButNoZone() {
    Log log = log(JOURNAL, "2031-01-01T07:14:40+0000 vc1 x[1]: adding route for Z\n");

    assertThat(times(log)).first().isEqualTo(LocalDateTime.of(2030, 12, 31, 23, 59, 58));
    assertThat(log.entries()).allMatch(entry -> entry.time().orElseThrow().zone().isEmpty());
  }

  @Test
  void whatNothingTellsStaysUnknown() {
    Log log = log(JOURNAL);

    assertThat(log.entries()).noneMatch(entry -> entry.time().orElseThrow().yearKnown());
  }

  private static java.util.Optional<ZoneOffset> utc() {
    return java.util.Optional.of(ZoneOffset.UTC);
  }

  private static List<LocalDateTime> times(Log log) {
    return log.entries().stream()
        .map(entry -> entry.time().map(LogTime::value).orElseThrow())
        .toList();
  }

  /** The log of lb1. */
  private static Log log(String... journals) {
    List<Capture> captures =
        Arrays.stream(journals).map(text -> Pasted.file(CaptureKind.JOURNAL, text)).toList();
    Lab lab = new LabReader(new Readers(LogReading.SIGNATURES)).read("lab", captures);
    return lab.hosts().stream()
        .filter(host -> host.name().equals("lb1"))
        .flatMap(host -> host.last().facts(Log.class).stream())
        .findFirst()
        .orElseThrow();
  }
}
