package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;

/** VL703: a connection timed out. */
final class ConnectionTimeout implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL703", "connection-timeout", Severity.ERROR, "a client or vCenter got no answer");

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
            Condition.Kind.CLIENT_TIMEOUT,
            "timed out: packets go nowhere, or their replies do not come back")
        .report(lab, needs(), findings);
  }
}
