package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.twin.command.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** VL307: the CIDR of a route-tables.cfg line is not the address of the interface it names. */
final class RouteTableCidrDiffers implements Rule {
  private record Differing(String name, Cidr cidr) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL307",
        "route-table-cidr-differs",
        Severity.ERROR,
        "a CIDR of route-tables.cfg is not the address of the interface with that MAC address");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.ROUTE_TABLES)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class).ifPresent(file -> check(host, file, findings));
    }
  }

  private static void check(HostView host, RouteTables file, Findings findings) {
    TableOutcomes outcomes = TableOutcomes.of(host);
    Map<Differing, List<Entry>> differing = new LinkedHashMap<>();
    for (List<Entry> lines : RouteTablesService.tables(file).values()) {
      for (Entry line : lines) {
        if (differs(host, line, outcomes)) {
          differing
              .computeIfAbsent(
                  new Differing(line.name(), line.address().get()), key -> new ArrayList<>())
              .add(line);
        }
      }
    }
    differing.values().forEach(lines -> report(host, lines, outcomes, findings));
  }

  /** Whether the line's interface has addresses, and the line another. */
  static boolean differs(HostView host, Entry line, TableOutcomes outcomes) {
    List<Cidr> own = InterfaceOfLine.of(host, line).map(device -> ipv4(device)).orElse(List.of());
    return !own.isEmpty()
        && line.address()
            .filter(
                cidr ->
                    own.stream()
                        .noneMatch(address -> fits(address, cidr, outcomes.hasGateway(line))))
            .isPresent();
  }

  /** A rule masks its selector, so for a line with a gateway any address of the network will do. */
  private static boolean fits(Cidr own, Cidr cidr, boolean hasGateway) {
    return own.equals(cidr) || hasGateway && own.network().equals(cidr.network());
  }

  private static List<Cidr> ipv4(NetInterface device) {
    return device.addresses().stream()
        .map(NetInterface.Address::cidr)
        .filter(cidr -> cidr.address().isIPv4())
        .toList();
  }

  private static void report(
      HostView host, List<Entry> lines, TableOutcomes outcomes, Findings findings) {
    Entry first = lines.get(0);
    Cidr cidr = first.address().orElseThrow();
    NetInterface device = InterfaceOfLine.of(host, first).orElseThrow();
    List<Cidr> own = ipv4(device);
    boolean noSource =
        lines.stream().anyMatch(line -> outcomes.endsFor(line, Reason.SOURCE_NOT_LOCAL));
    boolean refused =
        noSource
            || lines.stream().anyMatch(line -> outcomes.endsFor(line, Reason.GATEWAY_NOT_ON_LINK));
    String name = RouteTablesService.shown(first.fields().get(1));
    Finding.Builder finding =
        findings
            .at(
                host,
                first.fields().get(3).span(),
                "table "
                    + name
                    + " is made for "
                    + cidr
                    + ", but "
                    + device.name()
                    + " has "
                    + own.stream().map(Cidr::toString).collect(Collectors.joining(", "))
                    + (refused
                        ? ": the kernel refuses the "
                            + (noSource ? "source address" : "gateway")
                            + ", and route-tables fails"
                        : ": its routes and rules are of another network"))
            .label("not an address of " + device.name())
            .help("write the address and prefix length that `ip addr` shows")
            .related(device.addresses().get(0).span(), "the address of " + device.name())
            .subject(name)
            .subject(cidr)
            .confirm("ip addr show " + device.name())
            .confirm(RouteTablesService.CONFIRM);
    lines.stream()
        .skip(1)
        .forEach(line -> finding.related(line.fields().get(3).span(), "the same CIDR"));
    if (refused) {
      finding.predicts(RouteTablesService.rejection(host));
    }
    own.forEach(address -> finding.fix(write(address, lines)));
    finding.report();
  }

  private static Fix write(Cidr address, List<Entry> lines) {
    return Fix.of(
        "write " + address,
        Fix.Safety.UNSAFE,
        lines.stream()
            .map(line -> new TextEdit(line.fields().get(3).span(), address.toString()))
            .toList(),
        RouteTablesService.RESTART);
  }
}
