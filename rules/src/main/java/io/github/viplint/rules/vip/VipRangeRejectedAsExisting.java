package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.model.Cidr;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.List;

/** VL104: a range of anyip-routes.cfg that table local has already, so the kernel refuses it. */
final class VipRangeRejectedAsExisting implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL104",
        "vip-range-rejected-as-existing",
        Severity.ERROR,
        "the kernel has a range already, says File exists, and every VIP is down");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<AnyipBoot.Line> lines =
          host.anyipBoot().stream()
              .flatMap(boot -> boot.lines().stream())
              .filter(line -> line.reason() == AnyipBoot.Reason.FILE_EXISTS)
              .filter(line -> AnyipSpecialRange.specialOf(line).isEmpty())
              .toList();
      for (int i = 0; i < Math.min(lines.size(), AnyipService.MOST_FINDINGS); i++) {
        Finding.Builder finding = finding(host, lines.get(i), findings);
        if (i == AnyipService.MOST_FINDINGS - 1 && i + 1 < lines.size()) {
          finding.note(AnyipService.more(lines.size() - i - 1));
        }
        finding.report();
      }
    }
  }

  private static Finding.Builder finding(HostView host, AnyipBoot.Line line, Findings findings) {
    Cidr range = line.prefix().orElseThrow();
    boolean ends = line.outcome() == LineOutcome.REJECTED;
    String shown = AnyipService.shown(line.line());
    Finding.Builder finding =
        findings
            .at(
                host,
                line.line().span(),
                shown
                    + (ends
                        ? " is refused, and every VIP is down: "
                        : " will be refused as soon as it is read: ")
                    + line.message())
            .label("there already")
            .help("take the line out: its addresses are local without it")
            .note(
                "the service itself only knows a range again that it can find in the same spelling;"
                    + " what the kernel finds is an error")
            .subject(shown)
            .confirm(AnyipService.CONFIRM_STATUS)
            .confirm(AnyipService.CONFIRM_TABLE)
            .fix(
                AnyipService.fix(
                    "take " + shown + " out",
                    Fix.Safety.SAFE,
                    List.of(AnyipService.removal(line.line())),
                    AnyipService.RESTART));
    if (ends) {
      finding.predicts(
          Condition.of(Condition.Kind.RANGE_REJECTED, host.name(), range.network().range()));
    }
    return finding.note(AnyipService.PROPERTY_NOTE);
  }
}
