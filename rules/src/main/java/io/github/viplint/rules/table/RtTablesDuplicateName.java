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
import io.github.viplint.model.RtTables;
import io.github.viplint.model.RtTables.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** VL309: rt_tables lists a table twice, or gives one ID or name two meanings. */
final class RtTablesDuplicateName implements Rule {
  private static final String MANAGED = "rtctl_";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL309",
        "rt-tables-duplicate-name",
        Severity.INFO,
        "rt_tables lists a table twice, or gives one ID or name two meanings");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.RT_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RtTables.class).ifPresent(file -> check(host, file, findings));
    }
  }

  private static void check(HostView host, RtTables file, Findings findings) {
    Map<Long, Entry> byId = new TreeMap<>();
    Map<String, Entry> byName = new LinkedHashMap<>();
    Map<String, Entry> repeats = new LinkedHashMap<>();
    Set<Conflict> conflicts = new LinkedHashSet<>();
    for (Entry entry : file.entries()) {
      Entry sameId = byId.putIfAbsent(entry.id(), entry);
      Entry sameName = byName.putIfAbsent(entry.name(), entry);
      if (sameId != null && !sameId.name().equals(entry.name())) {
        if (conflicts.add(new Conflict(entry.id(), entry.name()))) {
          twoNames(host, sameId, entry, findings);
        }
      } else if (sameName != null && sameName.id() != entry.id()) {
        if (conflicts.add(new Conflict(entry.id(), entry.name()))) {
          twoIds(host, sameName, entry, findings);
        }
      } else if (sameName != null) {
        repeats.putIfAbsent(entry.name(), entry);
      }
    }
    if (!repeats.isEmpty()) {
      repeated(host, repeats, byName, findings);
    }
  }

  private record Conflict(long id, String name) {}

  private static void twoNames(HostView host, Entry first, Entry entry, Findings findings) {
    findings
        .at(
            host,
            entry.span(),
            "rt_tables calls table %d both %s and %s: the routes of two networks share one table"
                .formatted(entry.id(), first.name(), entry.name()))
        .severity(Severity.ERROR)
        .label("the ID of " + first.name())
        .help("give each table an ID of its own, in route-tables.cfg where it comes from there")
        .related(first.span(), "here it is " + first.name())
        .subject(entry.id())
        .subject(first.name())
        .subject(entry.name())
        .confirm("cat /etc/iproute2/rt_tables")
        .report();
  }

  private static void twoIds(HostView host, Entry first, Entry entry, Findings findings) {
    findings
        .at(
            host,
            entry.span(),
            "rt_tables gives %s the IDs %d and %d: routes and rules may use either table"
                .formatted(entry.name(), first.id(), entry.id()))
        .severity(Severity.ERROR)
        .label("another ID for " + entry.name())
        .help("leave one ID for each name, in route-tables.cfg where it comes from there")
        .related(first.span(), "here its ID is " + first.id())
        .subject(entry.name())
        .subject(first.id())
        .subject(entry.id())
        .confirm("cat /etc/iproute2/rt_tables")
        .report();
  }

  private static void repeated(
      HostView host, Map<String, Entry> repeats, Map<String, Entry> firsts, Findings findings) {
    List<String> names = List.copyOf(repeats.keySet());
    Entry second = repeats.values().iterator().next();
    Finding.Builder finding =
        findings
            .at(
                host,
                second.span(),
                "rt_tables lists %s more than once, which does no harm"
                    .formatted(String.join(" and ", names)))
            .label("the same ID and name again")
            .help("leave it as it is: the service writes the file anew at each start");
    if (names.stream().allMatch(name -> name.startsWith(MANAGED))) {
      finding.note(
          "route-tables writes a name for each line of route-tables.cfg, and each network has two"
              + " lines there: one with and one without gateway");
    }
    repeats.forEach((name, entry) -> finding.related(firsts.get(name).span(), "the first " + name));
    names.forEach(finding::subject);
    finding.report();
  }
}
