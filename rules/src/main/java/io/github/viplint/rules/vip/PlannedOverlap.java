package io.github.viplint.rules.vip;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * VL103 for planned ranges: two of one list that overlap, and one that lies in the management
 * network, which VIPs are no part of.
 */
final class PlannedOverlap {
  private static final Set<Item> SIDES = Set.of(Item.APPLIANCE_VIPS, Item.SUPERVISOR_VIPS);

  private PlannedOverlap() {}

  static void check(LabView lab, Findings findings) {
    Set<Object> told = new HashSet<>();
    for (Plan plan : lab.plans()) {
      List<Planned> vips = plan.entries().stream().filter(Planned::isVips).toList();
      for (int i = 0; i < Math.min(vips.size(), AnyipService.MOST_FINDINGS); i++) {
        pair(vips.subList(0, i), vips.get(i), findings);
      }
    }
    List<Planned> networks =
        lab.plans().stream()
            .flatMap(plan -> plan.entries().stream())
            .filter(one -> one.item() == Item.NETWORK)
            .toList();
    lab.plans().stream()
        .flatMap(plan -> plan.entries().stream())
        .filter(Planned::isVips)
        .filter(vips -> told.add(vips.range()))
        .forEach(vips -> management(vips, networks, findings));
  }

  private static void pair(List<Planned> earlier, Planned one, Findings findings) {
    earlier.stream()
        .filter(other -> SIDES.contains(one.item()) && other.item() == one.item())
        .filter(other -> other.range().overlaps(one.range()))
        .findFirst()
        .ifPresent(
            other ->
                finding(
                        findings,
                        one,
                        one.range()
                            + (one.range().equals(other.range())
                                ? " is listed twice as a "
                                : " shares addresses with " + other.range() + ", another ")
                            + one.label(),
                        other)
                    .help("write each address in one range only")
                    .report());
  }

  /** Where management is a network of its own. */
  private static void management(Planned vips, List<Planned> networks, Findings findings) {
    boolean served =
        networks.stream()
            .filter(one -> one.network() != Network.MANAGEMENT)
            .anyMatch(one -> one.range().overlaps(vips.range()));
    networks.stream()
        .filter(one -> one.network() == Network.MANAGEMENT)
        .filter(one -> !served && one.range().overlaps(vips.range()))
        .findFirst()
        .ifPresent(
            network ->
                finding(
                        findings,
                        vips,
                        vips.range()
                            + ", the "
                            + vips.label()
                            + ", lies in the network of management, "
                            + network.range()
                            + ": clients come in by the frontend or workload network",
                        network)
                    .severity(Severity.ERROR)
                    .help(
                        "choose a range of the frontend network, or of workload where there is none")
                    .report());
  }

  private static Finding.Builder finding(
      Findings findings, Planned one, String message, Planned other) {
    return findings
        .atPlan(one.span(), message)
        .label("also " + other.range())
        .related(other.span(), "the " + other.label())
        .subject(one.range())
        .subject(other.range());
  }
}
