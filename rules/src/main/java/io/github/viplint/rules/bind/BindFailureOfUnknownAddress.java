package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.rules.log.BindFailures;
import io.github.viplint.rules.log.Repeats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** VL204: the log speaks of an address that haproxy.cfg does not bind. */
final class BindFailureOfUnknownAddress implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL204",
          "bind-failure-of-unknown-address",
          Severity.INFO,
          "the log names an address that haproxy.cfg does not bind");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.HAPROXY_CFG)
        .any(CaptureKind.JOURNAL, CaptureKind.HAPROXY_LOG, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      HaproxyCfg cfg = host.fact(HaproxyCfg.class).orElse(null);
      if (cfg != null) {
        CurrentBinds now = new CurrentBinds(cfg);
        Map<IPAddress, List<LogHit>> unknown =
            Repeats.by(
                BindFailures.lasting(host),
                hit -> hit.endpoint().filter(at -> now.lack(at, hit)).map(Endpoint::address));
        unknown.forEach((address, hits) -> report(host, now, address, hits, findings));
      }
    }
  }

  private static void report(
      HostView host,
      CurrentBinds current,
      IPAddress address,
      List<LogHit> hits,
      Findings findings) {
    LogHit first = hits.get(0);
    List<Bind> now = current.ofFrontend(first);
    String instead =
        now.stream()
            .flatMap(bind -> bind.address().stream())
            .map(IPAddress::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    Finding.Builder finding =
        findings
            .at(
                host,
                first.span(),
                "the log names "
                    + address
                    + ", which haproxy.cfg does not bind: the file has changed since, or log and file"
                    + " are of two deployments")
            .label("not in haproxy.cfg")
            .help(
                "capture the log again: `journalctl -u haproxy --no-pager` right after `systemctl start haproxy`")
            .subject(address)
            .occurrences(Occurrences.of(hits));
    Optional.of(instead)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> finding.note("the same frontend now binds " + text));
    now.stream().findFirst().ifPresent(bind -> finding.related(bind.span(), "binds this instead"));
    finding.report();
  }
}
