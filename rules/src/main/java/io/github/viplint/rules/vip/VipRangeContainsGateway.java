package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** VL105: a gateway lies in a VIP range, so the appliance answers ARP in its place. */
final class VipRangeContainsGateway implements Rule {
  private static final int MOST_LINES = 32;

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
            CaptureKind.NETWORK_FILE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    Map<IPAddress, List<Claim>> gateways =
        lab.claims()
            .of(Use.GATEWAY)
            .collect(
                Collectors.groupingBy(
                    claim -> claim.range().first(), LinkedHashMap::new, Collectors.toList()));
    for (HostView host : lab.hosts(needs())) {
      Map<Span, AnyipRoutes.Line> lines = new HashMap<>();
      host.fact(AnyipRoutes.class)
          .ifPresent(file -> file.entries().forEach(line -> lines.put(line.span(), line)));
      gateways.forEach((gateway, claims) -> check(lab, host, lines, gateway, claims, findings));
    }
  }

  private static void check(
      LabView lab,
      HostView host,
      Map<Span, AnyipRoutes.Line> lines,
      IPAddress gateway,
      List<Claim> claims,
      Findings findings) {
    Map<AddressRange, Claim> ranges = new LinkedHashMap<>();
    for (Claim claim : lab.claims().holding(gateway)) {
      if (claim.use() == Use.VIP_RANGE && claim.host().equals(host.name())) {
        // the file says more than the kernel's table: it can be mended
        ranges.merge(
            claim.range(), claim, (one, other) -> one.said() == Said.CONFIGURED ? one : other);
      }
    }
    for (Claim range : ranges.values()) {
      Optional<AnyipRoutes.Line> line = Optional.ofNullable(lines.get(range.span()));
      boolean refused =
          line.flatMap(AnyipRoutes.Line::range)
              .filter(cidr -> cidr.address().isIPv4() && cidr.hasHostBits())
              .isPresent();
      if (!refused) {
        report(host, range, line, gateway, claims, findings);
      }
    }
  }

  private static void report(
      HostView host,
      Claim range,
      Optional<AnyipRoutes.Line> line,
      IPAddress gateway,
      List<Claim> claims,
      Findings findings) {
    String shown = range.range().toString();
    Finding.Builder finding =
        findings
            .at(
                host,
                range.span(),
                gateway
                    + ", the "
                    + claims.get(0).label()
                    + ", lies in the VIP range "
                    + shown
                    + ": the appliance answers its ARP, and its segment loses the gateway")
            .label("holds " + gateway)
            .help("choose a range that holds nothing but VIPs")
            .note("the appliance answers ARP for every address of its ranges, used or not")
            .subject(shown)
            .subject(gateway)
            .confirm("ip route get " + gateway);
    claims.stream()
        .limit(3)
        .forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
    line.ifPresent(written -> fixes(finding, written, gateway));
    finding
        .fix(
            Fix.of(
                "write a range of its own in place of " + shown,
                Fix.Safety.MANUAL,
                List.of(),
                AnyipService.RESTART))
        .note(AnyipService.PROPERTY_NOTE)
        .report();
  }

  /** A part without the gateway: the largest in one piece, or all the rest in several. */
  private static void fixes(Finding.Builder finding, AnyipRoutes.Line line, IPAddress gateway) {
    List<Cidr> blocks =
        line.range()
            .map(range -> FreeBlocks.of(range, List.of(gateway)))
            .map(FreeBlocks::blocks)
            .orElse(List.of());
    List<List<Cidr>> choices = new ArrayList<>();
    blocks.stream()
        .min(Comparator.comparingInt(Cidr::prefixLength))
        .ifPresent(largest -> choices.add(List.of(largest)));
    if (blocks.size() > 1 && blocks.size() <= MOST_LINES) {
      choices.add(blocks);
    }
    for (List<Cidr> choice : choices) {
      String text = choice.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
      finding.fix(
          Fix.of(
              choice.size() == 1
                  ? "keep " + text + " of it"
                  : "keep all of it but the gateway, in " + choice.size() + " lines",
              Fix.Safety.UNSAFE,
              List.of(AnyipService.replacement(line, text)),
              AnyipService.RESTART));
    }
  }
}
