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

/** VL706: a certificate of other names. */
final class TlsWrongName implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL706",
          "tls-wrong-name",
          Severity.ERROR,
          "a certificate does not name the address that was asked");

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
            TlsWrongName::message,
            hit -> hit.group("name").orElseGet(() -> Target.of(hit).text()),
            (finding, hits) -> finding.help(help(hits.get(0))));
    for (HostView host : lab.hosts(needs())) {
      messages.report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }

  private static String message(LogHit hit) {
    return "the certificate"
        + Certificate.of(hit)
        + " does not name "
        + hit.group("name").orElse("the address that was asked")
        + hit.group("names").map(names -> ", only " + names).orElse("");
  }

  private static String help(LogHit hit) {
    return ClientLogs.ofClient(hit)
        ? "use a name that is in the certificate, or have one issued for this address"
        : "make a certificate for this address: `new-cert.sh` on the appliance; it keeps one that it"
            + " finds, also when the address has changed since";
  }
}
