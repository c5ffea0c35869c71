package io.github.viplint.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.Viplint;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.log.SignatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real lines of every log format: all are read, and what they say is known. The files lie beside
 * the repository; without them this is skipped.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("../../shared/corpus/samples");
  private static final SignatureSet SIGNATURES = new SignatureSet(BuiltInSignatures.all());

  @TempDir Path folder;

  /** Each with its parts, where it is several outputs; comments of the collection are cut off. */
  @TestFactory
  Stream<DynamicTest> everyLineIsRead() {
    return Stream.of(
            "haproxy-2.6.12-bind-failure.txt",
            "haproxy-2.6.12-config-errors.txt",
            "haproxy-bind-failures-other-versions.txt",
            "iproute2-6.1-kernel-6.18-error-strings.txt",
            "journal-other-distributions.txt",
            "journalctl-252-formats.txt",
            "vmware-haproxy-issue-35-cloud-init-8.0u3.txt",
            "wcpsvc-broadcom-kb316460-vcls-rotate.txt",
            "wcpsvc-broadcom-kb340947-vcls-retreat.txt",
            "wcpsvc-supervisor-issues-nsx-password-multiline.txt",
            "wcpsvc-vmware-docs8-nsx-principal-identity.txt",
            "wcpsvc-williamlam-2026-stuck-supervisor.txt")
        .flatMap(
            file ->
                parts(file).entrySet().stream()
                    .map(
                        part ->
                            DynamicTest.dynamicTest(
                                file + " " + part.getKey(), () -> isRead(part.getValue()))));
  }

  private void isRead(String text) throws IOException {
    Path file = Files.createTempFile(folder, "sample", ".txt");
    Files.writeString(file, text);
    Report report =
        Viplint.standard(Options.DEFAULT).check(Inputs.ofPaths(List.of(file.toString())));

    assertThat(report.problems().stream().map(InputProblem::message)).isEmpty();
    assertThat(report.coverage().problems()).isZero();
  }

  private static Map<String, String> parts(String file) {
    Path path = SAMPLES.resolve(file);
    if (!Files.isReadable(path)) {
      return Map.of();
    }
    try {
      String text =
          Files.readString(path)
              .lines()
              .filter(line -> !line.matches("# .*"))
              .collect(Collectors.joining("\n", "", "\n"));
      if (!text.contains("\n##### ") && !text.startsWith("##### ")) {
        return Map.of("", text);
      }
      return Arrays.stream(text.split("(?m)^##### "))
          .filter(part -> !part.isBlank())
          .collect(
              Collectors.toMap(
                  part -> part.lines().findFirst().orElse(""),
                  part -> part.substring(part.indexOf('\n') + 1)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theSamplesAreThere() {
    assumeTrue(Files.isDirectory(SAMPLES), "no samples beside the repository");
    assertThat(parts("journalctl-252-formats.txt")).hasSizeGreaterThan(15);
  }

  /** How many lines of a sample are of a rule. */
  @ParameterizedTest
  @CsvSource({
    "haproxy-2.6.12-bind-failure.txt, VL203, 2",
    "haproxy-bind-failures-other-versions.txt, VL203, 3",
    "haproxy-2.6.12-config-errors.txt, VL606, 2",
    "journal-other-distributions.txt, VL601, 1",
    "journal-other-distributions.txt, VL602, 1",
    "lab-anyip-twice-v0.2.0.txt, VL603, 25",
    "vmware-haproxy-issue-35-cloud-init-8.0u3.txt, VL607, 2",
    "vmware-haproxy-issue-36-new-range-missing.txt, VL203, 0",
    "dataplaneapi-v2.1.0-log-and-401-strings.txt, VL708, 3",
    "dataplaneapi-v2.1.0-log-and-401-strings.txt, VL602, 2",
    "wcpsvc-supervisor-issues-nsx-password-multiline.txt, VL711, 3",
    "wcpsvc-vmware-docs8-nsx-principal-identity.txt, VL707, 1",
    "wcpsvc-williamlam-2026-stuck-supervisor.txt, VL711, 3",
    "wcpsvc-rp_filter-lab-explained.txt, VL703, 1",
    "lab-route-tables-v0.1.10.txt, VL608, 3",
    "iproute2-6.1-kernel-6.18-error-strings.txt, VL603, 10"
  })
  void whatFactsKnowHasItsCode(String file, String rule, int lines) throws IOException {
    Path path = SAMPLES.resolve(file);
    assumeTrue(Files.isReadable(path), "needs " + file);
    List<String> found =
        Files.readString(path)
            .lines()
            .filter(
                line ->
                    SIGNATURES.match(line).stream()
                        .anyMatch(match -> match.signature().rule().equals(rule)))
            .toList();

    assertThat(found).as(String.join("\n", found)).hasSize(lines);
  }
}
