package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Confidence;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** VL306: route-tables.cfg names a MAC address that no interface has. */
final class RouteTableUnknownMac implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL306",
        "route-table-unknown-mac",
        Severity.ERROR,
        "no interface has a MAC address of route-tables.cfg, and the service fails");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.ROUTE_TABLES)
        .anyWhole(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class).ifPresent(file -> check(host, file, findings));
    }
  }

  /** Loopback has none. */
  private static boolean allMacsAreKnown(HostView host) {
    List<NetInterface> devices = host.kernel().interfaces();
    return host.kernel().interfacesComplete()
        && devices.stream().anyMatch(device -> device.mac().isPresent())
        && devices.stream()
            .allMatch(device -> device.mac().isPresent() || device.name().equals("lo"));
  }

  private static void check(HostView host, RouteTables file, Findings findings) {
    TableOutcomes outcomes = TableOutcomes.of(host);
    Map<String, List<Entry>> byMac = new LinkedHashMap<>();
    for (List<Entry> lines : RouteTablesService.tables(file).values()) {
      for (Entry line : lines) {
        if (isUnknown(host, line) && outcomes.ends(line)) {
          String mac = line.mac().toLowerCase(Locale.ROOT);
          byMac.computeIfAbsent(mac, key -> new ArrayList<>()).add(line);
        }
      }
    }
    byMac.forEach((mac, lines) -> report(host, mac, lines, findings));
  }

  /** Whether the line names an interface by a MAC address that none has. */
  static boolean isUnknown(HostView host, Entry line) {
    return RouteTableLine.isMac(line.mac())
        && InterfaceOfLine.of(host, line).isEmpty()
        && allMacsAreKnown(host);
  }

  private static void report(HostView host, String mac, List<Entry> lines, Findings findings) {
    Entry first = lines.get(0);
    String name = RouteTablesService.shown(first.fields().get(1));
    Finding.Builder finding =
        findings
            .at(
                host,
                first.fields().get(2).span(),
                "no interface has the MAC address "
                    + mac
                    + " of table "
                    + name
                    + ": route-tables fails at this line")
            .confidence(byIpAddr(host) ? Confidence.HIGH : Confidence.MEDIUM)
            .label("on no interface")
            .help("write the MAC address that `ip link` shows for " + name)
            .note("a cloned machine or a replaced network card has another one")
            .subject(mac)
            .confirm("ip -o link")
            .confirm(RouteTablesService.CONFIRM)
            .predicts(RouteTablesService.rejection(host));
    lines.stream()
        .skip(1)
        .forEach(line -> finding.related(line.fields().get(2).span(), "the same MAC address"));
    meant(host, first)
        .ifPresentOrElse(
            device -> {
              finding.related(device.span(), "the interface that may be meant");
              finding.fix(write(device, lines));
            },
            () ->
                finding
                    .fix(
                        RouteTableFault.byHand("write the MAC address of the interface in " + name))
                    .fix(RouteTablesService.withoutLines(lines)));
    finding.report();
  }

  /** ifconfig leaves out interfaces that are down. */
  private static boolean byIpAddr(HostView host) {
    return host.state().readings(CaptureKind.IP_ADDR).findAny().isPresent();
  }

  /** The interface that has the line's address. */
  private static Optional<NetInterface> meant(HostView host, Entry line) {
    return host.kernel().interfaces().stream()
        .filter(device -> device.mac().isPresent())
        .filter(
            device ->
                device.addresses().stream()
                    .map(NetInterface.Address::cidr)
                    .map(Cidr::address)
                    .anyMatch(
                        own -> line.address().filter(a -> a.address().equals(own)).isPresent()))
        .findFirst();
  }

  private static Fix write(NetInterface device, List<Entry> lines) {
    String mac = device.mac().orElseThrow();
    return Fix.of(
        "write " + mac + ", which " + device.name() + " has",
        Fix.Safety.SAFE,
        lines.stream().map(line -> new TextEdit(line.fields().get(2).span(), mac)).toList(),
        RouteTablesService.RESTART);
  }
}
