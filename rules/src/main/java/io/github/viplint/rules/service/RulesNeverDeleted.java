package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import java.util.List;

/** VL605: route-tables of v0.2.0 never deletes its policy rules. */
final class RulesNeverDeleted implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL605",
        "rules-never-deleted",
        Severity.INFO,
        "route-tables of v0.2.0 means to delete its policy rules, and does not");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).any(CaptureKind.JOURNAL, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<LogHit> hits = host.hits("route-tables-call-typo");
      if (!hits.isEmpty()) {
        findings
            .at(
                host,
                hits.get(0).span(),
                "route-tables asks for `ip call` in place of `ip rule`: it is v0.2.0, which adds its"
                    + " rules at each start and deletes none")
            .label("the typo of v0.2.0")
            .help("nothing while the networks stay as they are; after a change of one, reboot")
            .subject("route-tables")
            .occurrences(Occurrences.of(hits))
            .confirm("ip rule show")
            .shows(Condition.everything(Condition.Kind.RULES_KEPT, host.name()))
            .report();
      }
    }
  }
}
