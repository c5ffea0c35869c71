package io.github.viplint.read.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Log;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Units;
import io.github.viplint.read.Pasted;
import io.github.viplint.read.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real text, where it is at hand beside the repository. */
class LogCorpusTest {
  private static final Path SAMPLES = Path.of("../../shared/corpus/samples");

  private final Readers readers = new Readers(LogReading.SIGNATURES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "short-full",
        "short-iso",
        "short-iso-precise",
        "short-precise",
        "short-unix",
        "with-unit",
        "verbose",
        "json",
        "json-sse",
        "json-seq"
      })
  void eachFormOfJournalctlHoldsTheSame(String form) throws IOException {
    Reading reading = read(CaptureKind.JOURNAL, journal("-o " + form));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.seen(reading)).containsExactly("adding", "bind", "bind", "limit");
    Log log = LogReading.log(reading);
    assertThat(log.host()).isPresent();
    assertThat(log.first()).isPresent();
    assertThat(log.entries()).allMatch(entry -> entry.time().isPresent());
    assertThat(log.entries()).allMatch(entry -> entry.pid().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-o short-monotonic", "-o short-delta", "-o cat", "-x -u haproxy (short)"})
  void withoutATimeThatSaysWhenItHoldsTheSame(String form) throws IOException {
    Reading reading = read(CaptureKind.JOURNAL, journal(form));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.seen(reading)).containsExactly("adding", "bind", "bind", "limit");
  }

  /** These two end in the middle of the record behind. */
  @ParameterizedTest
  @ValueSource(strings = {"export", "json-pretty"})
  void anOutputThatWasCutIsReadAsFarAsItGoes(String form) throws IOException {
    Reading reading = read(CaptureKind.JOURNAL, journal("-o " + form));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.seen(reading)).containsExactly("adding", "bind", "bind");
    assertThat(LogReading.log(reading).entries()).allMatch(entry -> entry.time().isPresent());
  }

  /** What journalctl printed with these options. */
  private static String journal(String options) throws IOException {
    Matcher section =
        Pattern.compile(
                "^##### journalctl " + Pattern.quote(options) + "\n(.*?)(?=^#####|\\z)",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(sample("journalctl-252-formats.txt"));
    assertThat(section.find()).isTrue();
    return section.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "haproxy-2.6.12-bind-failure.txt, HAPROXY_LOG, 2",
    "haproxy-bind-failures-other-versions.txt, HAPROXY_LOG, 3",
    "journal-other-distributions.txt, JOURNAL, 0",
    "wcpsvc-broadcom-kb316460-vcls-rotate.txt, WCPSVC_LOG, 0",
    "wcpsvc-williamlam-2026-stuck-supervisor.txt, WCPSVC_LOG, 0",
    "wcpsvc-supervisor-issues-nsx-password-multiline.txt, WCPSVC_LOG, 0",
    "wcpsvc-vmware-docs8-nsx-principal-identity.txt, WCPSVC_LOG, 0"
  })
  void samplesAreReadWithoutProblems(String file, CaptureKind kind, int entries)
      throws IOException {
    Reading reading = read(kind, sample(file));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.log(reading).entries()).hasSize(entries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parsers__test_unitfiles__LISTUNITS_CONTENT.txt",
        "parsers__test_unitfiles__LISTUNITS_CONTENT_2.txt",
        "parsers__test_unitfiles__LISTUNITS_CONTENT_3.txt",
        "parsers__test_unitfiles__LISTUNITS_DOCTEST.txt"
      })
  void tablesOfUnits(String file) throws IOException {
    Reading reading = read(CaptureKind.LIST_UNITS, sample("ip-and-systemd/" + file));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.fact(reading, Units.class).units()).isNotEmpty();
  }

  @Test
  void theStatusOfAllUnits() throws IOException {
    Reading reading =
        read(
            CaptureKind.SYSTEMCTL_STATUS,
            sample("ip-and-systemd/parsers__test_systemctl_status_all__SYSTEMCTLSTATUSALL.txt"));

    assertThat(reading.problems()).isEmpty();
    assertThat(LogReading.fact(reading, Units.class).units()).hasSize(1);
  }

  private static String sample(String file) throws IOException {
    Path path = SAMPLES.resolve(file);
    assumeTrue(Files.isReadable(path), "needs " + file);
    return Files.readString(path);
  }

  private Reading read(CaptureKind kind, String text) {
    return readers.read(Pasted.file(kind, text));
  }
}
