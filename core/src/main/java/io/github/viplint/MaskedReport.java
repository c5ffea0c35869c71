package io.github.viplint;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Related;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Hides secrets in what is said of captures. Excerpts are masked where they are cut out; sentences
 * are made by rules and readers, which may put a word of a capture in, so all of them go through
 * here.
 */
final class MaskedReport {
  private final UnaryOperator<String> safe;

  MaskedReport(Mask mask) {
    this.safe = text -> mask.shown(text, 0, text.length());
  }

  Report of(Report report) {
    return report
        .withFindings(report.findings().stream().map(this::entry).toList())
        .withSuppressed(report.suppressed().stream().map(this::suppressed).toList())
        .withProblems(report.problems().stream().map(this::problem).toList());
  }

  private InputProblem problem(InputProblem problem) {
    return new InputProblem(
        safe.apply(problem.file()),
        problem.place(),
        safe.apply(problem.message()),
        problem.extent());
  }

  private Report.Entry entry(Report.Entry entry) {
    return new Report.Entry(
        entry.id(), entry.lab(), finding(entry.finding()), entry.causedBy(), entry.fingerprint());
  }

  private Report.Suppressed suppressed(Report.Suppressed one) {
    Suppression by = one.by();
    return new Report.Suppressed(
        one.lab(),
        finding(one.finding()),
        one.fingerprint(),
        new Suppression(
            by.kind(),
            by.span(),
            by.rule(),
            by.scope(),
            safe.apply(by.reason()),
            by.until(),
            by.most()));
  }

  private Finding finding(Finding finding) {
    return new Finding(
        finding.rule(),
        finding.host(),
        finding.severity(),
        finding.confidence(),
        safe.apply(finding.message()),
        finding.span(),
        safe.apply(finding.label()),
        safe.apply(finding.help()),
        finding.trace().map(this::trace),
        all(finding.notes()),
        finding.evidence().stream()
            .map(one -> new Evidence(one.span(), one.says(), safe.apply(one.message())))
            .toList(),
        finding.occurrences(),
        finding.related().stream()
            .map(one -> new Related(one.span(), safe.apply(one.message())))
            .toList(),
        all(finding.subjects()),
        finding.fixes().stream().map(this::fix).toList(),
        all(finding.confirm()),
        finding.shows(),
        finding.predicts());
  }

  private RouteTrace trace(RouteTrace trace) {
    return new RouteTrace(
        trace.packet(),
        trace.steps().stream()
            .map(step -> new RouteTrace.Step(safe.apply(step.rule()), safe.apply(step.outcome())))
            .toList(),
        safe.apply(trace.outcome()));
  }

  /** A fix is shown and applied; one that would have to write a secret is left to a person. */
  private Fix fix(Fix fix) {
    String title = safe.apply(fix.title());
    List<String> commands = all(fix.commands());
    boolean plain =
        fix.edits().stream().map(TextEdit::newText).allMatch(text -> safe.apply(text).equals(text));
    List<String> elsewhere = all(fix.elsewhere());
    return plain
        ? new Fix(
            title,
            fix.safety(),
            fix.proven(),
            fix.unproven().map(safe),
            fix.edits(),
            commands,
            elsewhere,
            fix.entire())
        : new Fix(
            title,
            Fix.Safety.MANUAL,
            false,
            Optional.empty(),
            List.of(),
            commands,
            elsewhere,
            false);
  }

  private List<String> all(List<String> texts) {
    return texts.stream().map(safe).toList();
  }
}
