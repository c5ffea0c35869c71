package io.github.viplint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorsTest {
  @TempDir Path folder;

  /** All but the one that takes a lab as it is. */
  static List<Scenario> scenarios() {
    return Main.SCENARIOS.stream().filter(one -> !(one instanceof StartupScenario)).toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whatIsGeneratedIsUnderstood(Scenario scenario) throws IOException {
    List<String> arguments = scenario.prepare(folder, 1e-3).arguments();
    String input = arguments.get(arguments.size() - 1);
    Report report = Viplint.standard(Options.DEFAULT).check(Inputs.ofPaths(List.of(input)));
    assertThat(report.captures()).isNotEmpty();
    assertThat(report.problems()).isEmpty();
    assertThat(report.captures()).allSatisfy(c -> assertThat(c.coverage().problems()).isZero());
  }

  @Test
  void crowdedRangesHoldEverybodysAddresses() throws IOException {
    RangeRules benchmark = new RangeRules();
    benchmark.layout = "crowded";
    benchmark.size = 60;
    benchmark.rules = "VL10[3-9]";
    benchmark.read();
    assertThat(benchmark.check().findings())
        .extracting(entry -> entry.finding().rule().code())
        .contains("VL103", "VL105", "VL106", "VL107", "VL108");
  }

  @Test
  void aLogHasTheSizeAndTheRelevantRecordsThatWereAskedFor() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WcpsvcLog(300_000, 100).write(out);
    assertThat(out.size()).isBetween(300_000, 301_000);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains(": dial tcp "))
        .hasSize(100);
  }
}
