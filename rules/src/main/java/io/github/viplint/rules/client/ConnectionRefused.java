package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;

/** VL701: a connection was refused. */
final class ConnectionRefused implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL701",
          "connection-refused",
          Severity.ERROR,
          "a client or vCenter was refused a connection");

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
            Condition.Kind.CLIENT_REFUSED,
            "was refused: the host is up, and nothing listens there")
        .report(lab, needs(), findings);
  }
}
