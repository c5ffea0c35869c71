package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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

/** VL607: an appliance that was never configured. */
final class ApplianceNotConfigured implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL607",
          "appliance-not-configured",
          Severity.ERROR,
          "cloud-init found no metadata: the appliance was never configured");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.CLOUD_INIT_LOG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<LogHit> missing = host.hits("cloud-init-without-metadata");
      if (missing.isEmpty() || !host.hits("cloud-init-metadata").isEmpty()) {
        continue;
      }
      findings
          .at(
              host,
              missing.get(0).span(),
              "cloud-init found no metadata, so " + host.called() + " was never configured")
          .label("no addresses, no certificates, no password were set")
          .note(
              "vSphere 8.0 U3 and later keep guestinfo from the virtual machine unless told otherwise")
          .help(missing.get(0).sighting().fix())
          .occurrences(Occurrences.of(missing))
          .confirm("vmware-rpctool 'info-get guestinfo.metadata'")
          .report();
    }
  }
}
