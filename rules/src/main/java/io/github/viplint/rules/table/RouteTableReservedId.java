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
import io.github.viplint.model.RouteTables.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VL304: a table ID that is a table of the kernel's own, which the service empties at its stop. */
final class RouteTableReservedId implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL304",
        "route-table-reserved-id",
        Severity.ERROR,
        "a table ID of route-tables.cfg is a table of the kernel's own: the service empties it when"
            + " it stops");
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
    Map<String, List<Entry>> byId = new LinkedHashMap<>();
    for (List<Entry> lines : RouteTablesService.tables(file).values()) {
      for (Entry line : lines) {
        if (isReserved(line)) {
          byId.computeIfAbsent(line.id() + "," + line.name(), key -> new ArrayList<>()).add(line);
        }
      }
    }
    byId.values().forEach(lines -> report(host, file, lines, findings));
  }

  /** Whether the line writes such an ID into rt_tables. */
  static boolean isReserved(Entry line) {
    return RouteTablesService.isWordCharacter(line.id())
        && TableId.of(line.id()).reserved().isPresent();
  }

  private static void report(
      HostView host, RouteTables file, List<Entry> lines, Findings findings) {
    Entry first = lines.get(0);
    TableId id = TableId.of(first.id());
    boolean harmless = id.number() == 253;
    String shown = RouteTablesService.shown(first.fields().get(0));
    String name = RouteTablesService.shown(first.fields().get(1));
    Finding.Builder finding =
        findings
            .at(
                host,
                first.fields().get(0).span(),
                "table ID "
                    + shown
                    + (id.numeric()
                        ? " is "
                        : " is no number, is written as " + id.number() + ", and so is ")
                    + id.reserved().orElseThrow()
                    + (harmless
                        ? ", which the kernel looks up last: routes of "
                            + name
                            + " serve all others"
                        : ": at its next stop the service deletes every route there, and nothing"
                            + " reaches the appliance any more"))
            .severity(harmless ? Severity.WARNING : Severity.ERROR)
            .label("the kernel's own")
            .help("give " + name + " an ID of its own, from 2 to 250")
            .subject(shown)
            .subject(name)
            .confirm("cat /etc/iproute2/rt_tables");
    lines.stream()
        .skip(1)
        .forEach(line -> finding.related(line.fields().get(0).span(), "the same ID again"));
    if (lines.stream().anyMatch(TableOutcomes.of(host)::ends)) {
      finding.note("route-tables fails at it").predicts(RouteTablesService.rejection(host));
    }
    RouteTablesService.freeId(host, file)
        .ifPresent(
            free ->
                finding.fix(
                    RouteTablesService.renumbered(
                        lines, Integer.toString(free), List.of("reboot"))));
    finding
        .note("a stop of the service, so as it is, would do the damage: mend the file, then reboot")
        .report();
  }
}
