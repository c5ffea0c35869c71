package io.github.viplint.read.systemd;

import static io.github.viplint.read.log.LogReading.SIGNATURES;
import static io.github.viplint.read.log.LogReading.fact;
import static io.github.viplint.read.log.LogReading.log;
import static io.github.viplint.read.log.LogReading.only;
import static io.github.viplint.read.log.LogReading.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Reading;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.UnitState.Process;
import io.github.viplint.model.Units;
import io.github.viplint.read.log.LogReading;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemctlStatusReaderTest {
  private final SystemctlStatusReader reader = new SystemctlStatusReader(SIGNATURES);

  @Test
  void systemd239OfTheAppliance() {
    Reading reading =
        read(
            """
            ● anyip-routes.service
               Loaded: loaded (/etc/systemd/system/anyip-routes.service; enabled; vendor preset: enabled)
               Active: failed (Result: exit-code) since Fri 2020-11-20 15:30:07 UTC; 3min 5s ago
              Process: 783 ExecStopPost=/var/lib/vmware/anyiproutectl.sh down (code=exited, status=0/SUCCESS)
              Process: 777 ExecStartPre=/var/lib/vmware/anyiproutectl.sh up (code=exited, status=2)

            Nov 20 15:30:07 lb.lab systemd[1]: Starting anyip-routes.service...
            Nov 20 15:30:07 lb.lab anyiproutectl.sh[777]: adding route for 10.20.0.33/28
            """);

    UnitState unit = onlyUnit(reading);
    assertThat(unit.unit()).isEqualTo("anyip-routes.service");
    assertThat(unit.failed()).isTrue();
    assertThat(unit.sub()).isEmpty();
    assertThat(unit.result()).contains("exit-code");
    assertThat(unit.since().map(LogTime::text)).contains("Fri 2020-11-20 15:30:07 UTC");
    assertThat(unit.since().flatMap(LogTime::zone)).contains(ZoneOffset.UTC);
    assertThat(unit.span().place().startLine()).isEqualTo(3);
    assertThat(unit.span().text()).startsWith("   Active: failed");
    assertThat(unit.processes())
        .extracting(Process::pid, Process::directive, Process::command, Process::status)
        .containsExactly(
            tuple(783L, "ExecStopPost", "/var/lib/vmware/anyiproutectl.sh down", OptionalInt.of(0)),
            tuple(777L, "ExecStartPre", "/var/lib/vmware/anyiproutectl.sh up", OptionalInt.of(2)));
    LogEntry entry = only(reading);
    assertThat(entry.host()).contains("lb.lab");
    assertThat(entry.span().place().startLine()).isEqualTo(8);
    assertThat(log(reading).host()).contains("lb.lab");
    assertThat(reading.coverage()).isEqualTo(new Coverage(8, 7, 1, 0));
  }

  @Test
  void systemd252WithAllItsFields() {
    Reading reading =
        read(
            """
            × haproxy.service - HAProxy Load Balancer
                 Loaded: loaded (/lib/systemd/system/haproxy.service; enabled; preset: enabled)
                Drop-In: /etc/systemd/system/haproxy.service.d
                         └─cloud-init.conf, slice.conf
                 Active: failed (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 7min ago
               Duration: 2.512s
            TriggeredBy: ● haproxy.timer
                         ● haproxy.path
                   Docs: man:haproxy(1)
                         file:/usr/share/doc/haproxy/configuration.txt.gz
                Process: 854 ExecStart=/usr/sbin/haproxy -Ws -f $CONFIG (code=exited, status=1/FAILURE)
               Main PID: 854 (code=exited, status=1/FAILURE)
                  Tasks: 0 (limit: 4676)
                 Memory: 3.4M (peak: 5.0M)
                    CPU: 23ms
                 CGroup: /system.slice/haproxy.service
                         ├─776 /usr/sbin/haproxy -Ws -f /etc/haproxy/haproxy.cfg
                         └─778 /usr/sbin/haproxy -Ws -f /etc/haproxy/haproxy.cfg

            Aug 04 14:05:26 lb.lab systemd[1]: haproxy.service: Start request repeated too quickly.
            Hint: Some lines were ellipsized, use -l to show in full.
            """
                .replace("TriggeredBy", " TriggeredBy"));

    UnitState unit = onlyUnit(reading);
    assertThat(unit.name()).isEqualTo("haproxy");
    assertThat(unit.processes()).extracting(Process::directive).contains("ExecStart", "Main PID");
    assertThat(unit.processes()).extracting(Process::status).containsOnly(OptionalInt.of(1));
    assertThat(seen(reading)).containsExactly("limit");
    assertThat(reading.coverage()).isEqualTo(new Coverage(21, 21, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          active (running) since Wed 2021-08-04 14:05:26 UTC; 7min ago            | active | running | -
          active (exited) since Wed 2021-08-04 14:05:26 CEST; 2h 7min ago         | active | exited | -
          inactive (dead)                                                         | inactive | dead | -
          activating (auto-restart) (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 5ms ago | activating | auto-restart | exit-code
          failed since Wed 2021-08-04 14:05:26 UTC; 7min ago                      | failed | - | -
          failed (Result: start-limit-hit)                                        | failed | - | start-limit-hit
          failed (Result: exit-co                                                 | failed | - | -
          """)
  void statesInTheirForms(String value, String active, String sub, String result) {
    UnitState unit = onlyUnit(read("● a.service - A\n   Active: " + value + "\n"));

    assertThat(unit.active()).isEqualTo(active);
    assertThat(unit.sub().orElse(null)).isEqualTo(sub);
    assertThat(unit.result().orElse(null)).isEqualTo(result);
    assertThat(unit.since().isPresent()).isEqualTo(value.contains("since"));
  }

  @Test
  void aRunningMainProcessShowsItsName() {
    Process process =
        onlyUnit(read("* a.service\n   Active: active (running)\n Main PID: 854 (haproxy)\n"))
            .processes()
            .get(0);

    assertThat(process.directive()).isEqualTo("Main PID");
    assertThat(process.command()).isEqualTo("haproxy");
    assertThat(process.status()).isEmpty();
  }

  @Test
  void aKilledProcessHasNoStatus() {
    Process process =
        onlyUnit(
                read(
                    """
                    ● a.service
                       Active: failed (Result: timeout)
                      Process: 9 ExecStart=/bin/sh -c a(b) c (code=killed, signal=TERM)
                    """))
            .processes()
            .get(0);

    assertThat(process.command()).isEqualTo("/bin/sh -c a(b) c");
    assertThat(process.status()).isEmpty();
  }

  @Test
  void severalUnitsInOneOutput() {
    Reading reading =
        read(
            """
            ● anyip-routes.service
               Active: failed (Result: exit-code)

            Nov 20 15:30:07 lb.lab x[777]: adding route for 10.20.0.33/28

            ○ haproxy.service - HAProxy Load Balancer
               Active: inactive (dead)
            Unit nosuch.service could not be found.
            """);

    assertThat(fact(reading, Units.class).units())
        .extracting(UnitState::unit)
        .containsExactly("anyip-routes.service", "haproxy.service");
    assertThat(seen(reading)).containsExactly("adding");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void wrappedLinesGoOnWithTheLineBefore() {
    Reading reading =
        read(
            """
            ● haproxy.service - HAProxy Load
            Balancer
               Loaded: loaded (/lib/systemd/system/haproxy.service; enabled; vendor preset:
            enabled)
               Active: failed (Result: exit-code) since Wed 2021-08-04 14:05:26
            UTC; 7min ago
              Process: 854 ExecStart=/usr/sbin/haproxy -Ws -f $CONFIG (code=exited,
            status=1/FAILURE)

            Aug 04 14:05:25 lb.lab haproxy[829]: [ALERT] 215/140525 (829) : cannot
            bind socket [10.20.0.35:443]
            """);

    UnitState unit = onlyUnit(reading);
    assertThat(unit.since().flatMap(LogTime::zone)).contains(ZoneOffset.UTC);
    assertThat(unit.processes()).extracting(Process::status).containsExactly(OptionalInt.of(1));
    assertThat(unit.processes().get(0).command()).isEqualTo("/usr/sbin/haproxy -Ws -f $CONFIG");
    assertThat(seen(reading)).containsExactly("bind");
    assertThat(reading.coverage()).isEqualTo(new Coverage(11, 11, 0, 0));
  }

  @Test
  void whatBelongsToNoUnitIsAProblem() {
    Reading reading = read("total 12\n   Active: failed\n● a.service\n   Active: active\n");

    assertThat(reading.problems())
        .extracting(problem -> problem.place().orElseThrow().startLine())
        .containsExactly(1, 2);
    assertThat(onlyUnit(reading).active()).isEqualTo("active");
  }

  @Test
  void withoutLogLinesThereIsNoLog() {
    assertThat(read("● a.service\n   Active: inactive (dead)\n").facts()).hasSize(1);
  }

  @Property(tries = 300)
  void everyLineIsAccountedFor(@ForAll("outputs") String text) {
    Reading reading = read(text);

    assertThat(reading.coverage().total()).isEqualTo((int) text.lines().count());
    assertThat(reading.coverage().problems()).isEqualTo(reading.problems().size());
  }

  @Property(tries = 300)
  void nothingIsThrown(@ForAll String text) {
    assertThat(read(text).capture().text()).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> outputs() {
    return Arbitraries.of(
            "● ",
            "haproxy.service",
            " - ",
            "   Active: ",
            "failed ",
            "(Result: exit-code) ",
            "since Wed 2021-08-04 14:05:26 UTC; 7min ago",
            "  Process: ",
            "854 ",
            "ExecStart=x ",
            "(code=exited, status=1)",
            "└─",
            "\n",
            "\n",
            "Aug 04 14:05:25 lb x[1]: adding route for x\n",
            "(")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts) + "\n");
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.SYSTEMCTL_STATUS, text);
  }

  private static UnitState onlyUnit(Reading reading) {
    List<UnitState> units = fact(reading, Units.class).units();
    assertThat(units).hasSize(1);
    return units.get(0);
  }
}
