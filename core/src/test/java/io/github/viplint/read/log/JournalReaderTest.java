package io.github.viplint.read.log;

import static io.github.viplint.read.log.LogReading.SIGNATURES;
import static io.github.viplint.read.log.LogReading.log;
import static io.github.viplint.read.log.LogReading.only;
import static io.github.viplint.read.log.LogReading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Reading;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {
  private final JournalReader reader = new JournalReader(SIGNATURES);

  @Test
  void keepsTheRecordsThatASignatureWants() {
    Reading reading =
        read(
            """
            -- Logs begin at Fri 2020-11-20 15:29:01 UTC, end at Fri 2020-11-20 16:00:00 UTC. --
            Nov 20 15:30:06 lb.lab systemd[1]: Starting anyip-routes.service...
            Nov 20 15:30:07 lb.lab anyiproutectl.sh[777]: adding route for 10.20.0.33/28
            Nov 20 15:30:08 lb.lab kernel: IPv4: martian source 10.20.0.40 from 10.20.1.20
            -- Reboot --
            """);

    LogEntry entry = only(reading);
    assertThat(entry.host()).contains("lb.lab");
    assertThat(entry.program()).isEqualTo("anyiproutectl.sh");
    assertThat(entry.pid()).hasValue(777);
    assertThat(entry.message()).isEqualTo("adding route for 10.20.0.33/28");
    assertThat(entry.span().place().startLine()).isEqualTo(3);
    assertThat(entry.sightings().get(0).groups()).isEqualTo(Map.of("range", "10.20.0.33/28"));
    assertThat(entry.time())
        .contains(
            new LogTime(
                "Nov 20 15:30:07",
                LocalDateTime.parse("2000-11-20T15:30:07"),
                false,
                Optional.empty()));
    Log log = log(reading);
    assertThat(log.host()).contains("lb.lab");
    assertThat(log.first().map(LogTime::text)).contains("Nov 20 15:30:06");
    assertThat(log.last().map(LogTime::text)).contains("Nov 20 15:30:08");
    assertThat(reading.coverage()).isEqualTo(new Coverage(5, 3, 2, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short               | Aug  4 14:05:25                  | 2000-08-04T14:05:25
          short-precise       | Aug 04 14:05:25.123456           | 2000-08-04T14:05:25.123456
          short-full          | Wed 2021-08-04 14:05:25 UTC      | 2021-08-04T14:05:25
          full in another zone| Mi 2021-08-04 14:05:25 CEST      | 2021-08-04T14:05:25
          short-iso           | 2021-08-04T14:05:25+0000         | 2021-08-04T14:05:25
          iso of systemd 255  | 2021-08-04T14:05:25+02:00        | 2021-08-04T14:05:25
          short-iso-precise   | 2021-08-04T14:05:25.123456+0000  | 2021-08-04T14:05:25.123456
          """)
  void readsTheTimeOfEachForm(String form, String time, LocalDateTime value) {
    LogEntry entry = only(read(time + " lb.lab haproxy.service[8]: adding route for X"));

    assertThat(entry.time().map(LogTime::value)).as(form).contains(value);
    assertThat(entry.time().map(LogTime::text)).contains(time);
    assertThat(entry.time().orElseThrow().yearKnown()).isEqualTo(value.getYear() != 2000);
    assertThat(entry.host()).contains("lb.lab");
    assertThat(entry.program()).isEqualTo("haproxy.service");
  }

  @Test
  void zonesAreKnownWhereTheyAreWritten() {
    assertThat(zone("2021-08-04T14:05:25+0200")).isEqualTo(ZoneOffset.ofHours(2));
    assertThat(zone("2021-08-04T14:05:25Z")).isEqualTo(ZoneOffset.UTC);
    assertThat(zone("Wed 2021-08-04 14:05:25 UTC")).isEqualTo(ZoneOffset.UTC);
  }

  private ZoneOffset zone(String time) {
    return only(read(time + " lb x[1]: adding route for X")).time().orElseThrow().zone().get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo 14 02:27:24", "Feb 31 02:27:24", "Aug 04 25:00:00"})
  void aTimeThatIsNoneLeavesTheEntry(String time) {
    LogEntry entry = only(read(time + " lb.lab x[1]: adding route for X"));

    assertThat(entry.time()).isEmpty();
    assertThat(entry.host()).contains("lb.lab");
    assertThat(entry.message()).isEqualTo("adding route for X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"мая 14 02:27:24", "mai 14 02:27:24", "May 14 02:27:24", "5月 14 02:27:24"})
  void monthsOfOtherLanguages(String time) {
    LogEntry entry = only(read(time + " lb.lab x[1]: adding route for X"));

    assertThat(entry.time().orElseThrow().value()).hasMonth(java.time.Month.MAY).hasDayOfMonth(14);
  }

  @Test
  void newestFirstIsTurnedRound() {
    Reading reading =
        read(
            """
            Aug 04 14:05:27 lb systemd[1]: haproxy.service: Start request repeated too quickly.
            Aug 04 14:05:25 lb x[1]: adding route for 10.20.0.32/27
            """);

    assertThat(LogReading.seen(reading)).containsExactly("adding", "limit");
  }

  @Test
  void bytesOfAMessageThatIsNoText() {
    LogEntry entry =
        only(
            read(
                "{\"MESSAGE\":[97,100,100,105,110,103,32,114,111,117,116,101,32,102,111,114,32,88],"
                    + "\"_PID\":\"7\",\"SYSLOG_IDENTIFIER\":\"anyiproutectl.sh\"}"));

    assertThat(entry.message()).isEqualTo("adding route for X");
    assertThat(entry.pid()).hasValue(7);
  }

  @Test
  void aFieldOfBytesInExportFormat() {
    LogEntry entry =
        only(
            read(
                "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1628082325123456\n_HOSTNAME=lb\nMESSAGE\n"
                    + "\u0013\0\0\0\0\0\0\0adding route for X\n_PID=7\n\n"));

    assertThat(entry.message()).isEqualTo("adding route for X");
    assertThat(entry.pid()).hasValue(7);
    assertThat(entry.time().orElseThrow().text()).isEqualTo("2021-08-04T13:05:25.123456Z");
  }

  @Test
  void withoutHostName() {
    LogEntry entry = only(read("Aug 04 14:05:25 anyiproutectl.sh[7]: adding route for X"));

    assertThat(entry.host()).isEmpty();
    assertThat(entry.program()).isEqualTo("anyiproutectl.sh");
    assertThat(entry.pid()).hasValue(7);
  }

  @Test
  void aLineBrokenByAMailIsOneEntry() {
    Reading reading =
        read(
            """
            Aug 04 14:05:25 lb.lab haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend web: cannot
            bind socket [10.20.0.35:443]
            Aug 04 14:05:25 lb.lab haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend web: cannot
            bind socket [10.20.0.35:6443]
            """);

    assertThat(log(reading).entries())
        .extracting(LogEntry::message)
        .containsExactly(
            "Starting frontend web: cannot bind socket [10.20.0.35:443]",
            "Starting frontend web: cannot bind socket [10.20.0.35:6443]");
    assertThat(log(reading).entries().get(1).span().place().startLine()).isEqualTo(3);
    assertThat(log(reading).entries().get(1).span().place().endLine()).isEqualTo(4);
    assertThat(reading.coverage()).isEqualTo(new Coverage(4, 4, 0, 0));
  }

  @Test
  void aLineBrokenByATerminalInsideAWordIsOneEntry() {
    LogEntry entry =
        only(
            read(
                """
                Aug 04 14:05:25 lb.lab haproxy[829]: Starting frontend web: cannot bind socket [10.20.
                0.35:443]
                """));

    assertThat(entry.sightings().get(0).groups())
        .isEqualTo(Map.of("address", "10.20.0.35", "port", "443"));
  }

  @Test
  void anIndentedLineGoesOnWithTheRecord() {
    Reading reading =
        read(
            """
            Aug 04 14:05:26 lb.lab dataplaneapi[1114]: time="2021-08-04T14:05:26Z" msg="Reload
                                                       10.20.0.35:443 refused"
            Aug 04 14:05:27 lb.lab systemd[1]: Stopped.
            """);

    assertThat(seen(reading)).containsExactly("refused");
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 2, 1, 0));
  }

  @Test
  void explanationsAndMarksAreNoRecords() {
    Reading reading =
        read(
            """
            Hint: You are currently not seeing messages from other users and the system.
                  Users in groups 'adm', 'systemd-journal' can see all messages.
                  Pass -q to turn off this notice.
            -- Boot 22222222222222222222222222222222 --
            Aug 04 14:05:25 lb.lab systemd[1]: Failed to start anyip-routes.service.
            ░░ Subject: A start job for unit anyip-routes.service has failed
            ░░ Defined-By: systemd
            -- Subject: Unit anyip-routes.service has failed
            --
            -- No entries --
            """);

    assertThat(log(reading).entries()).isEmpty();
    assertThat(reading.coverage()).isEqualTo(new Coverage(10, 9, 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ALERT] 215/140525 (829) : Starting frontend web: cannot bind socket [10.20.0.35:443]",
        "[ALERT]    (829) : Starting frontend web: cannot bind socket (Permission denied)"
            + " [10.20.0.35:443]",
        "[ALERT]    (829) : Binding [h.cfg:19] for frontend web: cannot bind socket (Cannot assign"
            + " requested address) for [10.20.0.35:443]",
        "Aug 04 14:05:25 lb haproxy[829]: [ALERT]    (829) : Binding [h.cfg:19] for proxy web:"
            + " protocol tcpv4: cannot bind socket (Address already in use) for [10.20.0.35:443].",
      })
  void haproxysOwnMessagesWithAndWithoutJournal(String message) {
    LogEntry entry = only(LogReading.read(reader, CaptureKind.HAPROXY_LOG, message));

    assertThat(entry.level()).contains("alert");
    assertThat(entry.pid()).hasValue(829);
    assertThat(entry.message()).doesNotContain("ALERT").contains("web: ");
    assertThat(entry.sightings().get(0).groups()).containsEntry("address", "10.20.0.35");
  }

  @Test
  void haproxyCountsTheDaysOfTheYearFromZero() {
    LogEntry entry = only(read("[ALERT] 215/140525 (8) : cannot bind socket [10.20.0.35:443]"));

    assertThat(entry.time().map(LogTime::value))
        .contains(LocalDateTime.parse("2000-08-04T14:05:25"));
    assertThat(entry.host()).isEmpty();
  }

  @Test
  void linesWithoutAnyHeadStandForThemselves() {
    Reading reading =
        read(
            """
            adding route for 10.20.0.33/28
            RTNETLINK answers: Invalid argument
            adding route for 10.20.0.64/28
            """);

    assertThat(seen(reading)).containsExactly("adding", "adding");
    assertThat(log(reading).first()).isEmpty();
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 2, 1, 0));
  }

  @Test
  void twoHostsInOneLogAreNoHost() {
    Reading reading =
        read(
            """
            Aug 04 14:05:25 a x[1]: adding route for X
            Aug 04 14:05:25 b x[1]: adding route for Y
            """);

    assertThat(log(reading).host()).isEmpty();
    assertThat(log(reading).entries()).hasSize(2);
  }

  @Test
  void anEmptyJournalIsAnEmptyLog() {
    assertThat(log(read("")).entries()).isEmpty();
    assertThat(read("").coverage()).isEqualTo(Coverage.NONE);
  }

  @Property(tries = 300)
  void everyLineIsAccountedFor(@ForAll("journals") String text) {
    Reading reading = read(text);

    assertThat(reading.coverage().total()).isEqualTo((int) text.lines().count());
    assertThat(reading.coverage().problems()).isZero();
    assertThat(log(reading).entries()).allMatch(entry -> !entry.sightings().isEmpty());
  }

  @Property(tries = 300)
  void nothingIsThrown(@ForAll String text) {
    assertThat(read(text).coverage().problems()).isZero();
  }

  @Provide
  Arbitrary<String> journals() {
    return Arbitraries.of(
            "Aug 04 14:05:25 ",
            "2021-08-04T14:05:25+0000 ",
            "lb.lab ",
            "haproxy[1]: ",
            "[ALERT] 215/140525 (829) : ",
            "cannot ",
            "bind socket [10.0.0.1:1]",
            "adding route for x",
            "\n",
            "\n",
            "-- ",
            "😀 ",
            " ")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts) + "\n");
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.JOURNAL, text);
  }
}
