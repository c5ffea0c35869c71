package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import org.junit.jupiter.api.Test;

class GithubReportTest {

  /** What a capture says can end no command and begin none. */
  @Test
  void noCaptureGivesACommandOfItsOwn() {
    SampleLab lab =
        new SampleLab().capture("a:b,c.txt", CaptureKind.ANYIP_ROUTES, "haproxy", "", "x\n");
    Report report =
        lab.rule(
                "VL102",
                "anyip-unparsable-line",
                Severity.WARNING,
                (host, findings) ->
                    findings
                        .at(host, lab.span("a:b,c.txt", "x"), "100% x\n::set-output name=y::z")
                        .report())
            .report();

    assertThat(GoldenReportTest.written("github", Style.PLAIN, report).lines().findFirst())
        .contains(
            "::warning file=a%3Ab%2Cc.txt,line=1,endLine=1,col=1,endColumn=2,"
                + "title=VL102/anyip-unparsable-line::100%25 x␊::set-output name=y::z");
  }
}
