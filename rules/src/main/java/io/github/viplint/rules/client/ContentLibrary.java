package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.rules.log.Messages;

/** VL716: content library or storage policy. */
final class ContentLibrary implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL716",
          "content-library",
          Severity.WARNING,
          "vCenter can not use a content library or storage policy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.ofAnyHost().anywhere(CaptureKind.WCPSVC_LOG, CaptureKind.WCP_CLUSTER);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Messages.asTold().report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }
}
