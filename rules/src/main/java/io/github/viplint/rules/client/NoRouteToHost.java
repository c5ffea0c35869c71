package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;

/** VL702: no route to host. */
final class NoRouteToHost implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL702",
          "no-route-to-host",
          Severity.ERROR,
          "a client or vCenter found no route to a host");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return FailedConnections.NEEDS;
  }

  @Override
  public void check(LabView lab, Findings findings) {
    new FailedConnections(
            INFO.code(),
            Condition.Kind.CLIENT_NO_ROUTE,
            "failed with no route to host: nobody answers for that address")
        .report(lab, needs(), findings);
  }
}
