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

/** VL107: an address of a machine lies in a VIP range. */
final class VipRangeContainsHost implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL107",
        "vip-range-contains-host",
        Severity.ERROR,
        "an address of a machine lies in a VIP range: the appliance takes it for its own");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .anywhere(
            CaptureKind.IP_ADDR,
            CaptureKind.IFCONFIG,
            CaptureKind.ROUTE_TABLES,
            CaptureKind.NETWORK_FILE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      RangeChoices choices = new RangeChoices(lab, host);
      VipRangeContents.of(lab, host, address -> true, Use.INTERFACE_ADDRESS)
          .forEach(
              range -> range.uses().forEach(claims -> report(choices, range, claims, findings)));
    }
  }

  private static boolean isOf(HostView host, List<Claim> claims) {
    for (Claim claim : claims) {
      if (claim.host().equals(host.name())) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      RangeChoices choices, VipRangeContents range, List<Claim> claims, Findings findings) {
    HostView host = choices.host();
    boolean own = isOf(host, claims);
    boolean nothingElse = range.range().equals(claims.get(0).range());
    if (own && nothingElse) {
      return; // the kernel refuses a range that is one of its addresses: VL104
    }
    Severity severity = own ? Severity.WARNING : Severity.ERROR;
    if (findings.leavesOut(severity)) {
      return;
    }
    IPAddress address = claims.get(0).range().first();
    String label = claims.get(0).label();
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                address
                    + ", the "
                    + label
                    + (own ? " of the appliance itself" : " of " + claims.get(0).host())
                    + ", lies",
                own
                    ? "vCenter may hand it out as a VIP, to a frontend that takes its ports"
                    : "the appliance answers its ARP, and the machine can't reach any VIP")
            .severity(severity)
            .label("holds " + address)
            .subject(address)
            .confirm("ip route get " + address);
    TakenRangePart.related(finding, claims);
    TakenRangePart.fixes(finding, choices, range, List.of(address));
    finding.report();
  }
}
