package io.github.viplint.rules.client;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.rules.log.Messages;
import io.github.viplint.rules.log.Target;

/** VL705: a certificate that nobody given vouches for. */
final class TlsUnknownAuthority implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL705",
          "tls-unknown-authority",
          Severity.ERROR,
          "a certificate is not signed by the authority that was given for it");

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
    Messages messages =
        new Messages(
            hit ->
                "the certificate"
                    + Certificate.of(hit)
                    + " is not signed by the authority that was given for it",
            hit -> Target.of(hit).text(),
            (finding, hits) -> finding.help(help(hits.get(0))));
    for (HostView host : lab.hosts(needs())) {
      messages.report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }

  private static String help(LogHit hit) {
    return ClientLogs.ofClient(hit)
        ? "give the client the CA of vCenter or of the Supervisor, or log in with"
            + " --insecure-skip-tls-verify"
        : "compare the CA in vCenter with the appliance's /etc/haproxy/ca.crt; after a redeployment"
            + " put the new one into vCenter, then restart the Workload Control Plane service";
  }
}
