package io.github.viplint.lint;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Report.Wanted;
import io.github.viplint.model.Lab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of each rule in one lab, and what would have to be captured for those that lack it.
 */
final class RuleResults {
  private final LabView view;
  private final String lab;
  private final List<RuleResult> all = new ArrayList<>();
  private final Map<Ask, Set<String>> asked = new LinkedHashMap<>();

  RuleResults(LabView view) {
    this.view = view;
    this.lab = view.lab().name();
  }

  private record Ask(Optional<Role> role, Optional<String> host, CaptureKind kind) {
    boolean isMetBy(Ask other) {
      return other.host().isPresent() && other.kind() == kind && other.role().equals(role);
    }
  }

  /** One that is switched off. */
  void off(RuleInfo rule) {
    all.add(new RuleResult(rule, lab, Optional.empty(), Outcome.SKIPPED, Report.OFF));
  }

  /**
   * One that looked, as far as it could.
   *
   * @param broken it gave up in the middle
   */
  void looked(RuleInfo rule, Needs needs, Reach reach, List<Finding> found, boolean broken) {
    int before = all.size();
    Set<String> hostsFound = new HashSet<>();
    found.forEach(finding -> hostsFound.add(finding.host()));
    for (Reach.OfHost one : reach.hosts()) {
      Optional<String> name = Optional.of(one.host().name());
      Fulfilment fulfilment = one.fulfilment();
      if (!fulfilment.met()) {
        all.add(new RuleResult(rule, lab, name, Outcome.SKIPPED, fulfilment.reason()));
        fulfilment.missing().forEach(group -> ask(rule, group, one.host()));
      } else if (hostsFound.contains(one.host().name())) {
        all.add(new RuleResult(rule, lab, name, Outcome.FOUND, ""));
      } else if (!broken) {
        all.add(new RuleResult(rule, lab, name, Outcome.PASSED, ""));
      }
    }
    if (reach.plan().rightRole()) {
      ofPlan(rule, reach.plan(), hostsFound.contains(Lab.PLAN), broken);
    }
    if (all.size() == before && !broken) {
      String lacking =
          needs.judges().hosts() ? "no " + roles(needs) : Fulfilment.noPlan(needs, view);
      all.add(new RuleResult(rule, lab, Optional.empty(), Outcome.SKIPPED, lacking));
    }
  }

  private void ofPlan(RuleInfo rule, Fulfilment plan, boolean found, boolean broken) {
    Outcome outcome = !plan.met() ? Outcome.SKIPPED : found ? Outcome.FOUND : Outcome.PASSED;
    if (outcome != Outcome.PASSED || !broken) {
      String reason = plan.met() ? "" : plan.reason();
      all.add(new RuleResult(rule, lab, Optional.empty(), outcome, reason));
    }
  }

  private static String roles(Needs needs) {
    return needs.roles().isEmpty()
        ? "host"
        : needs.roles().stream().sorted().map(Role::id).collect(Collectors.joining(" or "));
  }

  private void ask(RuleInfo rule, Needs.Group group, HostView host) {
    CaptureKind kind = kind(group, host);
    Optional<String> where = group.anywhere() ? Optional.empty() : Optional.of(host.name());
    Ask ask = new Ask(kind.role().or(() -> host.host().role()), where, kind);
    asked.computeIfAbsent(ask, key -> new TreeSet<>()).add(rule.code());
  }

  /** The first of those that would do, and that such a host can be asked for. */
  private static CaptureKind kind(Needs.Group group, HostView host) {
    Optional<Role> role = host.host().role();
    for (CaptureKind kind : group.anyOf()) {
      if (role.isEmpty() || kind.isAskedOf(role.get())) {
        return kind;
      }
    }
    return group.anyOf().iterator().next();
  }

  List<RuleResult> all() {
    return List.copyOf(all);
  }

  /** What is wanted from any host is not asked for again where one host is asked for it. */
  List<Wanted> wanted() {
    Map<Ask, Set<String>> asks = new LinkedHashMap<>(asked);
    asked.forEach(
        (ask, codes) -> {
          if (ask.host().isEmpty()) {
            List<Ask> same = asked.keySet().stream().filter(ask::isMetBy).toList();
            same.forEach(one -> asked.get(one).addAll(codes));
            if (!same.isEmpty()) {
              asks.remove(ask);
            }
          }
        });
    return asks.entrySet().stream()
        .map(entry -> wanted(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.<Wanted>comparingInt(wanted -> -wanted.enables().size())
                .thenComparing(Wanted::kind))
        .toList();
  }

  private Wanted wanted(Ask ask, Set<String> codes) {
    return new Wanted(
        lab, ask.role(), ask.host(), ask.kind(), ask.kind().command(), List.copyOf(codes));
  }
}
