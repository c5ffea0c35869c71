package io.github.viplint.lint;

import io.github.viplint.model.Planned;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a host has what a rule needs.
 *
 * @param rightRole whether the rule is about hosts like this one at all
 * @param missing what it lacks, in the order of the needs
 */
record Fulfilment(boolean rightRole, List<Needs.Group> missing) {

  static Fulfilment of(Needs needs, HostView host, LabView lab) {
    boolean rightRole = needs.judges().hosts() && needs.about(host.host().role());
    List<Needs.Group> missing = new ArrayList<>();
    for (Needs.Group group : needs.groups()) {
      if (!(group.anywhere() ? lab.captured() : host.captured()).meets(group)) {
        missing.add(group);
      }
    }
    return new Fulfilment(rightRole, List.copyOf(missing));
  }

  /** Whether a lab has the plan that a rule judges, and what it needs beside it. */
  static Fulfilment ofPlan(Needs needs, LabView lab) {
    List<Needs.Group> missing = new ArrayList<>();
    if (needs.judges() == Needs.Judges.PLAN) {
      needs.groups().stream().filter(group -> !lab.captured().meets(group)).forEach(missing::add);
    }
    boolean planned =
        lab.plans().stream()
            .flatMap(plan -> plan.entries().stream())
            .anyMatch(one -> needs.planned().contains(one.item()));
    return new Fulfilment(needs.judges().plan() && planned, List.copyOf(missing));
  }

  /** What a rule about plans lacks: any plan, or one that says what it judges. */
  static String noPlan(Rule rule, LabView lab) {
    return lab.plans().isEmpty()
        ? "no plan"
        : "no plan with a "
            + String.join(
                " or a ",
                rule.needs().planned().stream().sorted().map(Planned.Item::called).toList());
  }

  boolean met() {
    return rightRole && missing.isEmpty();
  }

  /** Why the rule can't judge, for a person: {@code no ip rule}. */
  String reason() {
    return "no " + String.join(", no ", missing.stream().map(Fulfilment::name).toList());
  }

  private static String name(Needs.Group group) {
    return String.join(
        " or ",
        group.kinds().stream().map(kind -> (group.whole() ? "whole " : "") + kind.id()).toList());
  }
}
