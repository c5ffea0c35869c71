package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import java.util.List;

/** VL111: the last line of anyip-routes.cfg has no newline, so the service never reads it. */
final class AnyipLastLineUnread implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL111",
        "anyip-last-line-unread",
        Severity.ERROR,
        "the last VIP range has no newline behind it, so the service never reads it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class)
          .filter(file -> file.capture().isExact() && file.capture().isWhole())
          .filter(file -> !file.lines().isEmpty())
          .map(file -> file.lines().get(file.lines().size() - 1))
          .filter(line -> line.type() == AnyipRoutes.Type.ENTRY && !line.terminated())
          .filter(line -> !AnyipService.isTemplate(line))
          .ifPresent(line -> report(host, line, findings));
    }
  }

  private static void report(HostView host, AnyipRoutes.Line line, Findings findings) {
    String text = AnyipService.shown(line);
    int end = line.span().end();
    Span behind = line.span().capture().span(end, end);
    Finding.Builder finding =
        findings
            .at(
                host,
                line.span(),
                text
                    + " has no newline behind it: the service never reads it, and its VIPs are down")
            .label("the file ends here")
            .help("end the last line with a newline")
            .note("the service reads with `while read`, which drops a last line without newline")
            .note("its status is success and its log says nothing, so nothing else shows this")
            .subject(text)
            .confirm(AnyipService.CONFIRM_TABLE)
            .fix(
                Fix.of(
                    "add the newline",
                    Fix.Safety.SAFE,
                    List.of(new TextEdit(behind, "\n")),
                    AnyipService.RESTART));
    line.range()
        .ifPresent(
            range ->
                finding.shows(
                    Condition.of(Condition.Kind.RANGE_UNREAD, host.name(), range.range())));
    finding.report();
  }
}
