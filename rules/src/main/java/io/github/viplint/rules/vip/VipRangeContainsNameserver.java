package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.List;

/** VL106: a server that others ask lies in a VIP range, so they ask the appliance instead. */
final class VipRangeContainsNameserver implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL106",
        "vip-range-contains-nameserver",
        Severity.ERROR,
        "a DNS or NTP server, vCenter or the Data Plane API lies in a VIP range: the appliance answers its ARP, and nobody reaches"
            + " the server");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .anywhere(
            CaptureKind.NETWORK_FILE,
            CaptureKind.RESOLV_CONF,
            CaptureKind.OVF_PROPERTIES,
            CaptureKind.PLAN_TABLE,
            CaptureKind.WCP_CONFIG,
            CaptureKind.WCP_CLUSTER);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      RangeChoices choices = new RangeChoices(lab, host);
      VipRangeContents.of(
              lab,
              host,
              server -> true,
              Use.NAME_SERVER,
              Use.TIME_SERVER,
              Use.DATAPLANE,
              Use.VCENTER)
          .forEach(
              range -> range.uses().forEach(claims -> report(choices, range, claims, findings)));
    }
  }

  private static void report(
      RangeChoices choices, VipRangeContents range, List<Claim> claims, Findings findings) {
    HostView host = choices.host();
    if (findings.leavesOut(Severity.ERROR)) {
      return;
    }
    IPAddress server = claims.get(0).range().first();
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                server + ", the " + claims.get(0).label() + ", lies",
                "the appliance answers its ARP, and nobody reaches the server")
            .label("holds " + server)
            .subject(server)
            .note("the appliance itself asks its own address for it, and gets no answer")
            .confirm("ip route get " + server);
    TakenRangePart.related(finding, claims);
    TakenRangePart.fixes(finding, choices, range, List.of(server));
    finding.report();
  }
}
