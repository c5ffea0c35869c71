package io.github.viplint.rules.haproxy.agreement;

import io.github.viplint.Viplint;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What viplint said of a haproxy.cfg.
 *
 * @param all findings
 * @param findings those of area 5
 */
record Judged(List<Finding> all, List<Finding> findings, List<InputProblem> problems) {

  /** Lints one file by the rules of this haproxy. */
  static Judged of(Path file, String version) {
    Options options = new Options(HaproxyVersion.of(version), Optional.empty(), Optional.empty());
    Inputs inputs =
        new Inputs(
            List.of(file.toString()),
            Optional.empty(),
            List.of(new Inputs.KindGlob(CaptureKind.HAPROXY_CFG, "*")),
            List.of());
    Report report = Viplint.standard(options).check(inputs);
    if (!report.ruleErrors().isEmpty()) {
      throw new AssertionError(file + ": " + report.ruleErrors());
    }
    List<Finding> all = report.findings().stream().map(Report.Entry::finding).toList();
    return new Judged(
        all,
        all.stream().filter(finding -> finding.rule().code().startsWith("VL5")).toList(),
        report.problems());
  }

  List<Finding> errors() {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  boolean silent() {
    return errors().isEmpty() && problems.isEmpty();
  }

  /** Whether it is rejected too, on the same line where haproxy names one. */
  boolean rejectsLike(Verdict verdict) {
    return errors().stream()
        .anyMatch(
            error ->
                verdict.line().isEmpty()
                    || error.span().place().startLine() == verdict.line().getAsInt());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append("; ").append(finding.severity().id()).append(' ').append(finding.rule().code());
      text.append(" in line ").append(finding.span().place().startLine());
      text.append(": ").append(finding.message());
    }
    problems.forEach(problem -> text.append("; problem: ").append(problem.message()));
    return text.isEmpty() ? "nothing" : text.substring(2);
  }
}
