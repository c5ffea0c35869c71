package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VL302: a route-tables.cfg line that adds a route which its table already has. */
final class DuplicateRouteTable implements Rule {
  private static final int MOST_RELATED = 8;

  /** What a line adds: {@code ip route add} refuses it the second time. */
  private record Added(String table, String route) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL302",
        "duplicate-route-table",
        Severity.ERROR,
        "route-tables.cfg gives a table the same route twice, and the service fails");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class).ifPresent(file -> check(host, file, findings));
    }
  }

  private static void check(HostView host, RouteTables file, Findings findings) {
    TableOutcomes outcomes = TableOutcomes.of(host);
    Map<Added, List<Entry>> lines = new LinkedHashMap<>();
    for (Entry line : file.entries()) {
      outcomes
          .route(line)
          .map(route -> new Added(line.name(), route))
          .ifPresent(added -> lines.computeIfAbsent(added, key -> new ArrayList<>()).add(line));
    }
    lines.forEach(
        (added, same) -> {
          if (same.stream().skip(1).anyMatch(outcomes::ends)) {
            report(host, added, same, findings);
          }
        });
  }

  private static void report(HostView host, Added added, List<Entry> same, Findings findings) {
    Entry first = same.get(0);
    List<Entry> surplus = same.subList(1, same.size());
    boolean isDefault = added.route().equals("default");
    String table = RouteTablesService.shown(first.fields().get(1));
    String what = isDefault ? "default route" : "route to " + added.route();
    Finding.Builder finding =
        findings
            .at(
                host,
                surplus.get(0).span(),
                "table %s gets a second %s: the kernel says File exists, and route-tables fails"
                    .formatted(table, what))
            .label("the table has this route already")
            .help("leave one line of the two, for a table takes one " + what)
            .note(
                "the service stops at this line at every start; systemd tries five times and gives"
                    + " up")
            .note(
                "two lines to a table are right when one has a gateway and the other has not, as"
                    + " the appliance itself writes them")
            .related(first.span(), "the first line that adds it")
            .subject(table)
            .subject(added.route())
            .confirm(RouteTablesService.CONFIRM)
            .predicts(RouteTablesService.rejection(host));
    surplus.stream()
        .skip(1)
        .limit(MOST_RELATED)
        .forEach(line -> finding.related(line.span(), "adds it once more"));
    fixes(first, surplus).forEach(finding::fix);
    finding.report();
  }

  /** A repeat can go; of two that differ a person knows which is right. */
  private static List<Fix> fixes(Entry first, List<Entry> surplus) {
    boolean repeats =
        surplus.stream().allMatch(line -> line.span().text().equals(first.span().text()));
    Fix removal =
        Fix.of(
            repeats ? "delete the repeated line" : "keep the first line",
            repeats ? Fix.Safety.SAFE : Fix.Safety.UNSAFE,
            surplus.stream().map(RouteTablesService::removal).toList(),
            RouteTablesService.RESTART);
    return repeats
        ? List.of(removal)
        : List.of(
            Fix.of(
                "delete the line that is wrong",
                Fix.Safety.MANUAL,
                List.of(),
                RouteTablesService.RESTART),
            removal);
  }
}
