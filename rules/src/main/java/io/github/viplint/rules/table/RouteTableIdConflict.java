package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.model.RouteTables.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** VL303: a table ID with two names, or a table name with two IDs, in route-tables.cfg. */
final class RouteTableIdConflict implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL303",
        "route-table-id-conflict",
        Severity.ERROR,
        "route-tables.cfg gives one table ID two names, or one name two IDs");
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
    Map<String, Entry> byId = new LinkedHashMap<>();
    Map<String, Entry> byName = new LinkedHashMap<>();
    TreeSet<String> told = new TreeSet<>();
    for (Entry line : file.entries()) {
      if (!RouteTablesService.isComplete(line)
          || RouteTablesService.isTemplate(line)
          || line.name().isEmpty()) {
        continue;
      }
      Entry sameId = byId.putIfAbsent(line.id(), line);
      if (sameId != null
          && !sameId.name().equals(line.name())
          && told.add(line.id() + "," + line.name())) {
        twoNames(host, sameId, line, findings);
      }
      Entry sameName = byName.putIfAbsent(line.name(), line);
      if (sameName != null
          && !sameName.id().equals(line.id())
          && told.add(line.id() + "," + line.name())) {
        twoIds(host, sameName, line, findings);
      }
    }
  }

  private static void twoNames(HostView host, Entry first, Entry line, Findings findings) {
    Field id = line.fields().get(0);
    findings
        .at(
            host,
            id.span(),
            "table ID %s is %s and %s at once: the routes of both networks land in one table"
                .formatted(line.id(), first.name(), line.name()))
        .label("the ID of " + first.name())
        .help("give " + line.name() + " an ID of its own, from 2 to 250")
        .note(
            "a second default route in that table is refused with File exists, and the service"
                + " fails")
        .related(first.fields().get(0).span(), "here the ID is " + first.name())
        .subject(line.id())
        .subject(first.name())
        .subject(line.name())
        .fix(
            Fix.of(
                "write a free ID on every line of " + line.name(),
                Fix.Safety.MANUAL,
                List.of(),
                RouteTablesService.RESTART))
        .confirm("cat /etc/iproute2/rt_tables")
        .shows(RouteTablesService.rejection(host))
        .report();
  }

  private static void twoIds(HostView host, Entry first, Entry line, Findings findings) {
    Field id = line.fields().get(0);
    findings
        .at(
            host,
            id.span(),
            "table %s has the IDs %s and %s: rt_tables names two tables alike, and one stays empty"
                .formatted(line.name(), first.id(), line.id()))
        .label("another ID for " + line.name())
        .help("write " + first.id() + " on every line of " + line.name() + ", or rename one table")
        .related(first.fields().get(0).span(), "here its ID is " + first.id())
        .subject(line.name())
        .subject(first.id())
        .subject(line.id())
        .fix(
            Fix.of(
                "write one ID on every line of " + line.name(),
                Fix.Safety.MANUAL,
                List.of(),
                RouteTablesService.RESTART))
        .confirm("cat /etc/iproute2/rt_tables")
        .report();
  }
}
