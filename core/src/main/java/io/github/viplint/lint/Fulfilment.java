package io.github.viplint.lint;

import io.github.viplint.capture.CaptureKind;
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
  /** Of a host that the rule is not about, or of a lab without such a plan. */
  private static final Fulfilment OTHER = new Fulfilment(false, List.of());

  static Fulfilment of(Needs needs, HostView host, LabView lab) {
    if (!needs.judges().hosts() || !needs.about(host.host().role())) {
      return OTHER;
    }
    List<Needs.Group> missing = new ArrayList<>();
    for (Needs.Group group : needs.groups()) {
      if (!(group.anywhere() ? lab.captured() : host.captured()).meets(group)) {
        missing.add(group);
      }
    }
    return new Fulfilment(true, List.copyOf(missing));
  }

  /** Whether a lab has the plan that a rule judges, and what it needs beside it. */
  static Fulfilment ofPlan(Needs needs, LabView lab) {
    if (!needs.judges().plan() || !isPlanned(needs, lab)) {
      return OTHER;
    }
    List<Needs.Group> missing = new ArrayList<>();
    if (needs.judges() == Needs.Judges.PLAN) {
      needs.groups().stream().filter(group -> !lab.captured().meets(group)).forEach(missing::add);
    }
    return new Fulfilment(true, List.copyOf(missing));
  }

  private static boolean isPlanned(Needs needs, LabView lab) {
    return lab.plans().stream()
        .flatMap(plan -> plan.entries().stream())
        .anyMatch(one -> needs.planned().contains(one.item()));
  }

  /** What a rule about plans lacks: any plan, or one that says what it judges. */
  static String noPlan(Needs needs, LabView lab) {
    return lab.plans().isEmpty()
        ? "no plan"
        : "no plan with a "
            + String.join(
                " or a ", needs.planned().stream().sorted().map(Planned.Item::called).toList());
  }

  boolean met() {
    return rightRole && missing.isEmpty();
  }

  /** Why the rule can't judge, for a person: {@code no ip rule}. */
  String reason() {
    StringBuilder reason = new StringBuilder();
    for (Needs.Group group : missing) {
      reason.append(reason.isEmpty() ? "no " : ", no ");
      String separator = "";
      for (CaptureKind kind : group.anyOf()) {
        reason.append(separator).append(group.whole() ? "whole " : "").append(kind.id());
        separator = " or ";
      }
    }
    return reason.toString();
  }
}
