package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Findings;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** VL313: two of management, workload and frontend share their subnet. */
final class NetworksOverlap implements Rule {
  /** What each machine calls its interfaces. */
  private static final Map<Role, Map<String, String>> NAMES =
      Map.of(
          Role.APPLIANCE,
          Map.of("management", "management", "workload", "workload", "frontend", "frontend"),
          Role.SUPERVISOR,
          Map.of("eth0", "management", "eth1", "workload"));

  private static final int MOST_NETWORKS = 100;

  private record Network(String name, Cidr subnet, Optional<String> mac, Span span) {
    /** With two network cards the frontend is the workload network. */
    boolean isSameAs(Network other) {
      return name.equals(other.name) || mac.isPresent() && mac.equals(other.mac);
    }

    boolean overlaps(Network other) {
      return subnet.range().overlaps(other.subnet.range());
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL313",
        "networks-overlap",
        Severity.ERROR,
        "two of management, workload and frontend share a subnet");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG, CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Set<String> told = new HashSet<>();
      List<Network> networks = networks(host);
      for (int i = 0; i < networks.size(); i++) {
        for (Network other : networks.subList(0, i)) {
          Network one = networks.get(i);
          if (!one.isSameAs(other)
              && one.overlaps(other)
              && told.add(other.name() + " " + one.name())) {
            report(host, other, one, findings);
          }
        }
      }
    }
  }

  /** A handful: an interface has few addresses, and a table few lines. */
  private static List<Network> networks(HostView host) {
    Map<String, String> names = host.host().role().map(NAMES::get).orElse(Map.of());
    List<Network> networks = new ArrayList<>();
    for (NetInterface device : host.kernel().interfaces()) {
      Optional.ofNullable(names.get(device.name()))
          .ifPresent(
              name ->
                  device.addresses().stream()
                      .filter(own -> own.cidr().address().isIPv4())
                      .forEach(
                          own ->
                              networks.add(
                                  new Network(
                                      name,
                                      own.peer().orElse(own.cidr()).network(),
                                      device.mac(),
                                      own.span()))));
    }
    host.fact(RouteTables.class)
        .map(RouteTablesService::tables)
        .orElse(Map.of())
        .forEach(
            (table, lines) -> {
              if (names.containsKey(table)) {
                lines.forEach(line -> add(networks, table, line));
              }
            });
    return networks.stream().distinct().limit(MOST_NETWORKS).toList();
  }

  private static void add(List<Network> networks, String table, Entry line) {
    line.address()
        .filter(cidr -> cidr.address().isIPv4())
        .ifPresent(
            cidr ->
                networks.add(
                    new Network(
                        table,
                        cidr.network(),
                        Optional.of(line.mac().toLowerCase(Locale.ROOT)),
                        line.fields().get(3).span())));
  }

  private static void report(HostView host, Network one, Network other, Findings findings) {
    boolean same = one.subnet().equals(other.subnet());
    findings
        .at(
            host,
            other.span(),
            one.name()
                + " and "
                + other.name()
                + (same
                    ? " share the subnet " + one.subnet()
                    : " overlap: " + one.subnet() + " and " + other.subnet())
                + ": which of the two packets take is a matter of chance")
        .label("the network of " + other.name())
        .help("give each network a subnet of its own")
        .note("vSphere with Tanzu wants management and workload in separate subnets")
        .related(one.span(), "the network of " + one.name())
        .subject(one.name())
        .subject(other.name())
        .confirm("ip route show")
        .report();
  }
}
