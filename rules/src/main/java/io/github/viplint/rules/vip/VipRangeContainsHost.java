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
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
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
      VipRangeContents.of(
              lab,
              host,
              address -> true,
              Use.INTERFACE_ADDRESS,
              Use.NODE_RANGE,
              Use.CONTROL_PLANE_RANGE)
          .forEach(
              range -> range.uses().forEach(claims -> report(choices, range, claims, findings)));
    }
  }

  private static boolean isOf(HostView host, List<Claim> claims) {
    for (Claim claim : claims) {
      // of interfaces a plan knows the appliance's only
      boolean planned = claim.said() == Said.PLANNED && claim.use() == Use.INTERFACE_ADDRESS;
      if (claim.host().equals(host.name()) || planned) {
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
    AddressRange other = claims.get(0).range();
    String label = claims.get(0).label();
    boolean planned = claims.get(0).said() == Said.PLANNED;
    if (!other.first().equals(other.last())) {
      nodes(host, range, claims, findings);
      return;
    }
    IPAddress address = other.first();
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                address
                    + ", the "
                    + label
                    + (planned
                        ? ""
                        : own ? " of the appliance itself" : " of " + claims.get(0).host())
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

  /** Nodes will be given addresses that the appliance takes for its own. */
  private static void nodes(
      HostView host, VipRangeContents range, List<Claim> claims, Findings findings) {
    AddressRange nodes = claims.get(0).range();
    boolean inside = range.range().contains(nodes);
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                nodes + ", the " + claims.get(0).label() + (inside ? ", lies" : ", has addresses"),
                "the appliance answers their ARP, and haproxy connects to itself instead of to them")
            .label("holds " + (inside ? nodes : "addresses of " + nodes))
            .subject(nodes)
            .confirm("ip route get " + (inside ? nodes.first() : range.range().first()));
    TakenRangePart.related(finding, claims);
    TakenRangePart.manually(finding, range);
    finding.report();
  }
}
