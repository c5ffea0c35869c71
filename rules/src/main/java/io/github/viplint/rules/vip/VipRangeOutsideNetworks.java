package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.RouteTables;
import io.github.viplint.space.RangeIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** VL109: a VIP range lies in no network that the appliance is connected to for VIPs. */
final class VipRangeOutsideNetworks implements Rule {
  /** As the appliance names its interfaces and tables; the third one is management. */
  private static final Set<String> FOR_VIPS = Set.of("workload", "frontend");

  private static final int MOST_NAMED = 4;

  private record Network(String name, Cidr subnet, Span span) {}

  /**
   * Which addresses these networks have, each subnet once.
   *
   * @param named the first few of them
   */
  private record Connected(List<AddressRange> subnets, RangeIndex index, String named) {
    static Connected by(List<Network> networks) {
      List<AddressRange> subnets =
          networks.stream().map(network -> network.subnet().range()).distinct().toList();
      String named =
          networks.stream()
              .map(network -> Map.entry(network.name(), network.subnet().range()))
              .distinct()
              .limit(MOST_NAMED)
              .map(network -> network.getKey() + " " + network.getValue())
              .collect(Collectors.joining(", "));
      return new Connected(subnets, new RangeIndex(subnets), named);
    }

    /** Asks for the first address only: few subnets hold that, while a range may hold very many. */
    boolean holdAll(AddressRange range) {
      return Arrays.stream(index.overlapping(AddressRange.of(range.first())))
          .anyMatch(place -> subnets.get(place).contains(range));
    }

    boolean holdSome(AddressRange range) {
      return index.overlapping(range).length > 0;
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL109",
        "vip-range-outside-networks",
        Severity.WARNING,
        "a VIP range lies in no connected network, so it needs a route on the router");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.ANYIP_ROUTES)
        .anyWhole(CaptureKind.ROUTE_TABLES, CaptureKind.IP_ADDR, CaptureKind.IFCONFIG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<Network> networks = networks(host);
      if (!networks.isEmpty()) {
        Connected connected = Connected.by(networks);
        List<AnyipRoutes.Line> outside =
            host.fact(AnyipRoutes.class).stream()
                .flatMap(file -> file.entries().stream())
                .filter(line -> isOutside(line, connected))
                .toList();
        for (int i = 0; i < Math.min(outside.size(), AnyipService.MOST_FINDINGS); i++) {
          Finding.Builder finding = finding(host, networks, connected, outside.get(i), findings);
          if (i == AnyipService.MOST_FINDINGS - 1 && i + 1 < outside.size()) {
            finding.note(AnyipService.more(outside.size() - i - 1));
          }
          finding.report();
        }
      }
    }
  }

  /**
   * Those of workload and frontend; empty when they are not known for sure. Interfaces that go by
   * other names may each be one of them.
   */
  private static List<Network> networks(HostView host) {
    List<Network> networks = new ArrayList<>();
    for (Interfaces listing : host.facts(Interfaces.class)) {
      if (listing.capture().isWhole() && listing.complete()) {
        for (NetInterface device : listing.interfaces()) {
          if (isForVips(device.name(), listing)) {
            device
                .addresses()
                .forEach(
                    own ->
                        networks.add(
                            new Network(device.name(), own.peer().orElse(own.cidr()), own.span())));
          }
        }
      }
    }
    for (RouteTables file : host.facts(RouteTables.class)) {
      if (file.capture().isWhole()) {
        for (RouteTables.Entry line : file.entries()) {
          if (FOR_VIPS.contains(line.name())) {
            line.address()
                .ifPresent(own -> networks.add(new Network(line.name(), own, line.span())));
          }
        }
      }
    }
    return networks.stream()
        .filter(network -> network.subnet().address().isIPv4())
        .filter(network -> network.subnet().prefixLength() < 32)
        .toList();
  }

  private static boolean isForVips(String device, Interfaces listing) {
    boolean named =
        listing.interfaces().stream().anyMatch(other -> FOR_VIPS.contains(other.name()));
    return named ? FOR_VIPS.contains(device) : !device.equals("lo") && !device.equals("management");
  }

  private static boolean isOutside(AnyipRoutes.Line line, Connected connected) {
    return line.range()
        .filter(range -> range.address().isIPv4())
        .filter(range -> AnyipSpecialRange.specialOf(range).isEmpty())
        .map(Cidr::range)
        .filter(range -> !connected.holdAll(range))
        .isPresent();
  }

  private static Finding.Builder finding(
      HostView host,
      List<Network> networks,
      Connected connected,
      AnyipRoutes.Line line,
      Findings findings) {
    Cidr range = line.range().orElseThrow();
    boolean partly = connected.holdSome(range.range());
    Finding.Builder finding =
        findings
            .at(
                host,
                line.span(),
                line.span().shown()
                    + (partly
                        ? " reaches beyond the connected networks: its other addresses are"
                            + " unreachable without a route on the router"
                        : " lies in no connected network: its VIPs are unreachable without a route"
                            + " on the router"))
            .confidence(Confidence.MEDIUM)
            .label("connected: " + connected.named())
            .help(
                "choose a range inside the frontend or workload network, or give the router a route"
                    + " to "
                    + range.network()
                    + " by way of the appliance's address there")
            .note("nobody asks for the appliance by ARP outside the networks it is connected to")
            .subject(line.text())
            .confirm("ping -c 1 VIP from a machine in another network");
    networks.stream()
        .limit(MOST_NAMED)
        .forEach(network -> finding.related(network.span(), "network of " + network.name()));
    return finding;
  }
}
