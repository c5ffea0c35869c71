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
import io.github.viplint.space.Claim.Use;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** VL110: a VIP range holds the network or broadcast address of an interface's subnet. */
final class VipRangeHasUnusableAddresses implements Rule {
  private static final int MOST_NAMED = 8;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL110",
        "vip-range-has-unusable-addresses",
        Severity.INFO,
        "the network or broadcast address of an interface's subnet lies in a VIP range");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG, CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      VipRangeContents.of(
              lab,
              host,
              network -> hasEnds(network) && network.host().equals(host.name()),
              Use.NETWORK)
          .forEach(range -> check(host, range, findings));
    }
  }

  /** A /31 and a /32 have neither address, nor has IPv6. */
  private static boolean hasEnds(Claim network) {
    AddressRange range = network.range();
    return range.first().isIPv4()
        && range.last().toIPv4().longValue() - range.first().toIPv4().longValue() > 1;
  }

  private static void check(HostView host, VipRangeContents contents, Findings findings) {
    AddressRange range = contents.range();
    Map<IPAddress, String> unusable = new LinkedHashMap<>();
    Map<IPAddress, Claim> networks = new LinkedHashMap<>();
    contents
        .uses()
        .forEach(
            claims -> {
              Claim claim = claims.get(0);
              AddressRange network = claim.range();
              if (range.contains(network.first())) {
                unusable.put(network.first(), "network address of the " + claim.label());
                networks.put(network.first(), claim);
              }
              if (range.contains(network.last())) {
                unusable.put(network.last(), "broadcast address of the " + claim.label());
                networks.put(network.last(), claim);
              }
            });
    if (unusable.isEmpty()) {
      return;
    }
    String named =
        unusable.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(" and "))
            + (unusable.size() > MOST_NAMED
                ? " and " + (unusable.size() - MOST_NAMED) + " more"
                : "");
    Finding.Builder finding =
        findings
            .at(
                host,
                contents.span(),
                range
                    + " holds "
                    + named
                    + (unusable.size() == 1 ? ": it serves" : ": they serve")
                    + " nobody as a VIP")
            .label("holds " + named)
            .help("leave it out of the range in vCenter")
            .note(
                "machines of that network send packets to a broadcast address to all, and ask"
                    + " nobody for it by ARP")
            .subject(range)
            .confirm(AnyipService.CONFIRM_TABLE);
    unusable.keySet().stream().limit(MOST_NAMED).forEach(finding::subject);
    networks.values().stream()
        .distinct()
        .limit(MOST_NAMED)
        .forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
    finding.report();
  }
}
