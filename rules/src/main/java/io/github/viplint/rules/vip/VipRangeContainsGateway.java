package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
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

/** VL105: a gateway lies in a VIP range, so the appliance answers ARP in its place. */
final class VipRangeContainsGateway implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL105",
        "vip-range-contains-gateway",
        Severity.ERROR,
        "a gateway lies in a VIP range: the appliance answers its ARP, and the segment loses it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .anywhere(
            CaptureKind.ROUTE_TABLES,
            CaptureKind.IP_ROUTE,
            CaptureKind.ROUTE_N,
            CaptureKind.NETWORK_FILE,
            CaptureKind.OVF_PROPERTIES,
            CaptureKind.PLAN_TABLE,
            CaptureKind.WCP_CONFIG,
            CaptureKind.WCP_CLUSTER);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      RangeChoices choices = new RangeChoices(lab, host);
      VipRangeContents.of(lab, host, gateway -> true, Use.GATEWAY)
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
    IPAddress gateway = claims.get(0).range().first();
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                gateway + ", the " + claims.get(0).label() + ", lies",
                "the appliance answers its ARP, and its segment loses the gateway")
            .label("holds " + gateway)
            .subject(gateway)
            .confirm("ip route get " + gateway)
            .shows(Condition.everything(Condition.Kind.GATEWAY_TAKEN, host.name()));
    TakenRangePart.related(finding, claims);
    TakenRangePart.fixes(finding, choices, range, List.of(gateway));
    finding.report();
  }
}
