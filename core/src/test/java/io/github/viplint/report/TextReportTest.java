package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.Style.Detail;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void quietPrintsFindingsOnly() {
    String quiet =
        GoldenReportTest.written("text", new Style(false, Detail.QUIET), Samples.brokenRange());
    assertThat(quiet).contains("error[VL101").doesNotContain("First:", "rules run", "Next:");
    assertThat(GoldenReportTest.written("text", new Style(false, Detail.QUIET), Samples.healthy()))
        .isEmpty();
  }

  @Test
  void withColorsItSaysTheSame() {
    String plain = GoldenReportTest.written("text", Style.PLAIN, Samples.brokenRange());
    String colored =
        GoldenReportTest.written("text", new Style(true, Detail.NORMAL), Samples.brokenRange());
    assertThat(colored).contains("\u001b[1;31m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  /** Of a file full of faults the first ones are printed, and the others counted. */
  @Test
  void manyFindingsAreBounded() {
    int faults = 5000;
    SampleLab lab =
        new SampleLab()
            .capture("a", CaptureKind.ANYIP_ROUTES, "haproxy", "", "10.0.0.1/24\n".repeat(faults));
    lab.rule(
        "VL103",
        "vip-range-overlap",
        Severity.WARNING,
        (host, findings) -> {
          var first = lab.span("a", "10.0.0.1/24");
          for (int i = 0; i < faults; i++) {
            int at = first.start() + 12 * i;
            findings
                .at(host, first.capture().span(at, at + 11), "overlaps")
                .subject(i)
                .shows(Condition.ofUnit(Condition.Kind.START_LIMIT_HIT, "haproxy", "u" + i))
                .report();
          }
        });
    Report report = lab.report();

    assertThat(GoldenReportTest.written("text", Style.PLAIN, report)).contains("2000 causes");
    assertThat(report.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("3000"));
  }
}
