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

/** VL707: a certificate out of its time. */
final class TlsExpired implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL707",
          "tls-expired-or-clock",
          Severity.ERROR,
          "a certificate is out of its time, or a clock is wrong");

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
            TlsExpired::message,
            hit -> Target.of(hit).text(),
            (finding, hits) -> {
              if (hits.get(0).sighting().fix().isEmpty()) {
                finding.help(help(hits.get(0)));
              }
            });
    for (HostView host : lab.hosts(needs())) {
      messages.report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }

  private static boolean early(LogHit hit) {
    return hit.group("side").filter("before"::equals).isPresent();
  }

  private static String message(LogHit hit) {
    if (hit.group("limit").isEmpty()) {
      return hit.sighting().meaning();
    }
    String when = hit.group("limit").orElse("");
    String now = hit.group("now").orElse("");
    return "the certificate"
        + Certificate.of(hit)
        + (early(hit) ? " is not valid before " : " expired on ")
        + when
        + ", and the clock of whoever asked says "
        + now;
  }

  private static String help(LogHit hit) {
    return early(hit)
        ? "compare the clocks: NTP on vCenter, the ESXi hosts, the appliance and the control plane"
        : "renew the certificate, once you have seen that the clock of whoever asked is right";
  }
}
