package io.github.viplint.rules.table;

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
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.WorkloadNetworks;
import java.util.List;

/** VL316: there are additional workload networks and no table workload to look them up in. */
final class WorkloadNetworksWithoutTable implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL316",
        "workload-networks-without-table",
        Severity.ERROR,
        "workload-networks.cfg has networks and route-tables.cfg no table workload: the service"
            + " fails");
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
      List<WorkloadNetworks.Line> networks = WorkloadNetworksWithoutGateway.networks(host);
      host.fact(RouteTables.class)
          .filter(file -> !networks.isEmpty() && isWithoutWorkload(file))
          .ifPresent(file -> report(host, file, networks, findings));
    }
  }

  /** Any line that begins with a word character gives its table a name, whatever else is wrong. */
  private static boolean isWithoutWorkload(RouteTables file) {
    return file.entries().stream()
        .noneMatch(
            line ->
                RouteTablesService.isTemplate(line)
                    || RouteTablesService.isWordCharacter(line.id())
                        && line.name().equals(WorkloadNetworksWithoutGateway.WORKLOAD));
  }

  private static void report(
      HostView host, RouteTables file, List<WorkloadNetworks.Line> networks, Findings findings) {
    String network = networks.get(0).span().shown().strip();
    Finding.Builder finding =
        findings
            .at(
                host,
                networks.get(0).span(),
                network
                    + " is to be looked up in table workload, and route-tables.cfg has none: ip"
                    + " refuses the rule, and route-tables fails")
            .label("no table workload")
            .help("add the lines of table workload to route-tables.cfg, or empty this file")
            .note("the service adds a rule for each of these networks before any route")
            .subject(network)
            .fix(RouteTableFault.byHand("add the lines of table workload to route-tables.cfg"))
            .fix(
                RouteTablesService.commentedOut(
                    networks.stream().map(WorkloadNetworks.Line::span).toList()))
            .confirm(RouteTablesService.CONFIRM)
            .predicts(RouteTablesService.rejection(host));
    file.entries().stream()
        .findFirst()
        .ifPresent(line -> finding.related(line.span(), "route-tables.cfg begins here"));
    finding.report();
  }
}
