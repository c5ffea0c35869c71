package io.github.viplint.read.log;

import static io.github.viplint.read.log.LogReading.SIGNATURES;
import static io.github.viplint.read.log.LogReading.log;
import static io.github.viplint.read.log.LogReading.only;
import static io.github.viplint.read.log.LogReading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Reading;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WcpsvcReaderTest {
  private final WcpsvcReader reader = new WcpsvcReader(SIGNATURES);

  @Test
  void aRecordIsTakenApart() {
    LogEntry entry =
        only(
            read(
                "2026-02-19T03:28:05.358Z error wcp [kubelifecycle/controller.go:478]"
                    + " [opID=6996-vip] [ END ] [a.b:43] 10.20.0.35:443 refused"));

    assertThat(entry.time().map(LogTime::value))
        .contains(LocalDateTime.parse("2026-02-19T03:28:05.358"));
    assertThat(entry.time().flatMap(LogTime::zone)).contains(ZoneOffset.UTC);
    assertThat(entry.level()).contains("error");
    assertThat(entry.program()).isEqualTo("wcp");
    assertThat(entry.operation()).contains("6996-vip");
    assertThat(entry.message()).isEqualTo("[ END ] [a.b:43] 10.20.0.35:443 refused");
    assertThat(entry.host()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          2026-02-19T03:28:13Z info wcp [a/b.go:1] [opID=x] 1.2.3.4:443 refused | x | 1.2.3.4:443 refused
          2026-02-19T03:28:13.2Z info wcp [a/b.go:1] 1.2.3.4:443 refused        | - | 1.2.3.4:443 refused
          2026-02-19T03:28:13.28Z info wcp [opID=x] 1.2.3.4:443 refused         | x | 1.2.3.4:443 refused
          info wcp [a/b.go:1] [opID=vCLS] 1.2.3.4:443 refused                   | vCLS | 1.2.3.4:443 refused
          error wcp [a/b.go:1] ... 1.2.3.4:443 refused                          | - | ... 1.2.3.4:443 refused
          error wcp [a/b.go:1] [c/d.go:2] 1.2.3.4:443 refused                   | - | [c/d.go:2] 1.2.3.4:443 refused
          error wcp 1.2.3.4:443 refused                                         | - | 1.2.3.4:443 refused
          """)
  void timeSourceAndOperationMayBeMissing(String line, String operation, String message) {
    LogEntry entry = only(read(line));

    assertThat(entry.operation().orElse(null)).isEqualTo(operation);
    assertThat(entry.message()).isEqualTo(message);
    assertThat(entry.time().isPresent()).isEqualTo(line.startsWith("2"));
  }

  @Test
  void linesWithoutHeadBelongToTheRecordBefore() {
    Reading reading =
        read(
            """
            faultcode: ns0:FailedAuthentication
            2026-02-19T03:28:05.358Z error wcp [a/b.go:1] [opID=x] Get "https://10.20.0.35:443":

              dial tcp 10.20.0.35:443: connect: no route to host
            goroutine 1 [running]:
            \t/src/main.go:17
            2026-02-19T03:28:06Z info wcp [a/b.go:1] [opID=y] done
            """);

    assertThat(seen(reading)).containsExactly("no-route");
    assertThat(only(reading).operation()).contains("x");
    assertThat(only(reading).span().place().startLine()).isEqualTo(2);
    assertThat(only(reading).span().place().endLine()).isEqualTo(6);
    assertThat(log(reading).last().map(LogTime::text)).contains("2026-02-19T03:28:06Z");
    assertThat(reading.coverage()).isEqualTo(new Coverage(7, 5, 2, 0));
  }

  @Property(tries = 300)
  void everyLineIsAccountedFor(@ForAll("logs") String text) {
    Reading reading = read(text);

    assertThat(reading.coverage().total()).isEqualTo((int) text.lines().count());
    assertThat(reading.coverage().problems()).isZero();
  }

  @Property(tries = 300)
  void nothingIsThrown(@ForAll String text) {
    assertThat(read(text).problems()).isEmpty();
  }

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.of(
            "2026-02-19T03:28:05.358Z ",
            "error wcp ",
            "[a/b.go:1] ",
            "[opID=x] ",
            "1.2.3.4:443 refused",
            "[",
            "\n",
            "\n",
            "\t")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts) + "\n");
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.WCPSVC_LOG, text);
  }
}
