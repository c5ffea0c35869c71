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
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VL308: a table without a default route, so that replies by it fall through to table main. */
final class RouteTableNoDefault implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL308",
        "route-table-no-default",
        Severity.WARNING,
        "a table has no default route: what it does not know goes by table main");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR)
        .any(CaptureKind.ROUTE_TABLES, CaptureKind.IP_RULE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Set<String> told = new HashSet<>();
      host.fact(RouteTables.class)
          .filter(file -> file.capture().isWhole())
          .ifPresent(
              file ->
                  RouteTablesService.tables(file)
                      .forEach(
                          (name, lines) -> {
                            told.add(RouteTablesService.PREFIX + name);
                            inFile(host, lines, findings);
                          }));
      LookedUpTables tables = new LookedUpTables(host);
      for (PolicyRule rule : host.kernel().rules().orElse(List.of())) {
        tables
            .of(rule)
            .filter(table -> !told.contains(table.name()) && isWanting(host, rule, table))
            .ifPresent(
                table -> {
                  told.add(table.name());
                  inKernel(host, rule, table, findings);
                });
      }
    }
  }

  /** A gateway that the service drops is another matter: VL301. */
  private static void inFile(HostView host, List<Entry> lines, Findings findings) {
    Entry first = lines.get(0);
    boolean gateway =
        lines.stream().anyMatch(line -> line.field(4).filter(f -> !f.text().isBlank()).isPresent());
    if (gateway
        || WorkloadNetworksWithoutGateway.speaks(host, first.name())
        || InterfaceOfLine.of(host, first).filter(InterfaceOfLine::isDynamic).isPresent()) {
      return;
    }
    String name = RouteTablesService.shown(first.fields().get(1));
    findings
        .at(
            host,
            first.span(),
            "table "
                + name
                + " gets no default route: no line of it has a gateway, so replies to"
                + " other networks leave by management")
        .label("no gateway behind the CIDR")
        .help("add the gateway of " + name + ", unless all its clients are in its own network")
        .note(
            "only a line with a gateway adds a default route and the rule that leads to the table")
        .subject(name)
        .fix(
            RouteTableFault.byHand(
                "add a line " + first.id() + "," + name + ",MAC,CIDR,GATEWAY for its gateway"))
        .confirm("ip route show table " + RouteTablesService.PREFIX + name)
        .report();
  }

  /** An empty table is another matter: VL311. */
  private static boolean isWanting(HostView host, PolicyRule rule, LookedUpTables.Table table) {
    boolean enough = !rule.not() && rule.to().filter(table::covers).isPresent();
    return !table.isEmpty()
        && !table.hasDefault()
        && !enough
        && table.routes().stream().noneMatch(route -> isDynamic(host, route));
  }

  private static void inKernel(
      HostView host, PolicyRule rule, LookedUpTables.Table table, Findings findings) {
    findings
        .at(
            host,
            rule.span(),
            "table "
                + table.name()
                + " is looked up and has no default route: what it does not know goes by the rules"
                + " behind, and by table main")
        .label("leads to " + table.name())
        .help("add a default route to " + table.name())
        .related(table.routes().get(0).span(), "the table")
        .subject(table.name())
        .confirm("ip route show table " + table.name())
        .report();
  }

  /** DHCP may have offered no gateway. */
  private static boolean isDynamic(HostView host, Route route) {
    return host.kernel().interfaces().stream()
        .filter(device -> route.device().filter(device.name()::equals).isPresent())
        .anyMatch(InterfaceOfLine::isDynamic);
  }
}
