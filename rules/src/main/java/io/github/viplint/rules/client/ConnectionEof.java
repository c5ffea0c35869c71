package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;

/** VL704: a connection ended at once. */
final class ConnectionEof implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL704",
          "connection-eof",
          Severity.ERROR,
          "a connection was accepted and closed at once");

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
            Condition.Kind.CLIENT_EOF,
            "was accepted and closed at once, as a proxy without a server does")
        .report(lab, needs(), findings);
  }
}
