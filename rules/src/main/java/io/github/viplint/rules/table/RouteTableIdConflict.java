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
import io.github.viplint.model.RouteTables.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** VL303: a table ID with two names, or a table name with two IDs, in route-tables.cfg. */
final class RouteTableIdConflict implements Rule {
  private static final int MOST_RELATED = 8;

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
    Map<Integer, Entry> byId = new HashMap<>();
    Map<String, Entry> byName = new HashMap<>();
    Set<String> told = new HashSet<>();
    List<Collision> collisions = collisions(file, TableOutcomes.of(host));
    for (Entry line : file.entries()) {
      if (!RouteTablesService.isComplete(line)
          || RouteTablesService.isTemplate(line)
          || line.name().isEmpty()) {
        continue;
      }
      Entry sameId = byId.putIfAbsent(TableId.of(line.id()).number(), line);
      if (sameId != null
          && !sameId.name().equals(line.name())
          && told.add(line.id() + "," + line.name())) {
        twoNames(host, file, sameId, line, collisions, findings);
      }
      Entry sameName = byName.putIfAbsent(line.name(), line);
      if (sameName != null
          && !sameName.id().equals(line.id())
          && told.add(line.id() + "," + line.name())) {
        twoIds(host, file, sameName, line, findings);
      }
    }
  }

  /** A line whose route its table has already, added by another line under another name. */
  private record Collision(Entry line, Entry rival) {
    boolean names(String table) {
      return line.name().equals(table) || rival.name().equals(table);
    }
  }

  private static List<Collision> collisions(RouteTables file, TableOutcomes outcomes) {
    List<Collision> collisions = new ArrayList<>();
    for (Entry line : file.entries()) {
      outcomes
          .rival(line)
          .filter(rival -> collide(rival, line))
          .ifPresent(rival -> collisions.add(new Collision(line, rival)));
    }
    return collisions;
  }

  /** Whether both mean one table, under two names. */
  static boolean collide(Entry one, Entry other) {
    return !one.name().equals(other.name())
        && !one.name().isEmpty()
        && !other.name().isEmpty()
        && TableId.of(one.id()).equals(TableId.of(other.id()))
        && RouteTablesService.isComplete(one)
        && RouteTablesService.isComplete(other);
  }

  private static void twoNames(
      HostView host,
      RouteTables file,
      Entry first,
      Entry line,
      List<Collision> collisions,
      Findings findings) {
    Field id = line.fields().get(0);
    String name = RouteTablesService.shown(line.fields().get(1));
    String other = RouteTablesService.shown(first.fields().get(1));
    Finding.Builder finding =
        findings
            .at(
                host,
                id.span(),
                "table ID %s is %s and %s at once: the routes of both networks land in one table"
                    .formatted(RouteTablesService.shown(id), other, name))
            .label("the ID of " + other)
            .help("give " + name + " an ID of its own, from 2 to 250")
            .related(first.fields().get(0).span(), "here it is the ID of " + other)
            .subject(RouteTablesService.shown(id))
            .subject(other)
            .subject(name);
    RouteTablesService.freeId(host, file)
        .ifPresent(
            free ->
                finding.fix(
                    RouteTablesService.renumbered(
                        lines(file, line.id(), line.name()),
                        Integer.toString(free),
                        RouteTablesService.RESTART)));
    finding
        .fix(
            Fix.of(
                "write a free ID on every line of " + name,
                Fix.Safety.MANUAL,
                List.of(),
                RouteTablesService.RESTART))
        .confirm("cat /etc/iproute2/rt_tables");
    List<Entry> refused =
        collisions.stream()
            .filter(collision -> collision.names(line.name()))
            .map(Collision::line)
            .toList();
    refused.stream()
        .filter(again -> !again.equals(line))
        .limit(MOST_RELATED)
        .forEach(again -> finding.related(again.span(), "adds a route that the table has already"));
    if (!refused.isEmpty()) {
      finding
          .note("both add the same route: the kernel says File exists, and the service fails")
          .predicts(RouteTablesService.rejection(host));
    }
    finding.report();
  }

  private static void twoIds(
      HostView host, RouteTables file, Entry first, Entry line, Findings findings) {
    Field id = line.fields().get(0);
    String name = RouteTablesService.shown(line.fields().get(1));
    String firstId = RouteTablesService.shown(first.fields().get(0));
    String otherId = RouteTablesService.shown(id);
    findings
        .at(
            host,
            id.span(),
            "table %s has the IDs %s and %s: rt_tables names two tables alike, and one stays empty"
                .formatted(name, firstId, otherId))
        .label("another ID for " + name)
        .help("write " + firstId + " on every line of " + name + ", or rename one table")
        .related(first.fields().get(0).span(), "here its ID is " + firstId)
        .subject(name)
        .subject(firstId)
        .subject(otherId)
        .fix(
            RouteTablesService.renumbered(
                lines(file, line.id(), line.name()), first.id(), RouteTablesService.RESTART))
        .fix(
            Fix.of(
                "write one ID on every line of " + name,
                Fix.Safety.MANUAL,
                List.of(),
                RouteTablesService.RESTART))
        .confirm("cat /etc/iproute2/rt_tables")
        .report();
  }

  private static List<Entry> lines(RouteTables file, String id, String name) {
    return file.entries().stream()
        .filter(RouteTablesService::isComplete)
        .filter(line -> line.id().equals(id) && line.name().equals(name))
        .toList();
  }
}
