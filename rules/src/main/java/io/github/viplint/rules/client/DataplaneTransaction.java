package io.github.viplint.rules.client;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.rules.log.Messages;

/** VL710: the Data Plane API refuses a change. */
final class DataplaneTransaction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL710",
          "dataplane-transaction-failed",
          Severity.ERROR,
          "the Data Plane API refuses a change: haproxy.cfg does not validate");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return ClientLogs.ANYWHERE;
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Messages.asTold().report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }
}
