package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.WorkloadNetworks;
import java.util.List;

/** VL312: there are additional workload networks, and table workload has no default route. */
final class WorkloadNetworksWithoutGateway implements Rule {
  static final String WORKLOAD = "workload";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL312",
        "workload-networks-without-gateway",
        Severity.WARNING,
        "workload-networks.cfg has networks, and table workload has no default route to them");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.WORKLOAD_NETWORKS)
        .whole(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      if (speaks(host, WORKLOAD)) {
        report(host, findings);
      }
    }
  }

  /** Whether this rule tells that this table has no default route. */
  static boolean speaks(HostView host, String table) {
    List<Entry> lines =
        host.fact(RouteTables.class)
            .filter(file -> file.capture().isWhole())
            .map(file -> RouteTablesService.tables(file).getOrDefault(WORKLOAD, List.of()))
            .orElse(List.of());
    return table.equals(WORKLOAD)
        && !networks(host).isEmpty()
        && !lines.isEmpty()
        && lines.stream().noneMatch(Entry::hasGatewayField);
  }

  /** The networks that workload-networks.cfg names. */
  static List<WorkloadNetworks.Line> networks(HostView host) {
    return host.fact(WorkloadNetworks.class).map(WorkloadNetworks::lines).orElse(List.of());
  }

  private static void report(HostView host, Findings findings) {
    List<WorkloadNetworks.Line> networks = networks(host);
    Entry line =
        RouteTablesService.tables(host.fact(RouteTables.class).orElseThrow()).get(WORKLOAD).get(0);
    findings
        .at(
            host,
            networks.get(0).span(),
            "packets to "
                + networks.get(0).span().shown().strip()
                + (networks.size() > 1 ? " and " + (networks.size() - 1) + " more networks" : "")
                + " are looked up in table workload, which has no default route: they leave by"
                + " management")
        .label("leads to table workload")
        .help("add the gateway of the workload network to its line of route-tables.cfg")
        .related(line.span(), "table workload, without a gateway")
        .subject(WORKLOAD)
        .fix(
            RouteTableFault.byHand(
                "add a line for table workload with the gateway of the workload network"))
        .confirm("ip route show table " + RouteTablesService.PREFIX + WORKLOAD)
        .report();
  }
}
