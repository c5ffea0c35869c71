package io.github.viplint.rules.plan;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all plans of a lab say together, but for manifests: those are of clusters in the lab.
 *
 * @param documents in the order given
 */
record LabPlan(LabView lab, List<Plan> documents) {

  static LabPlan of(LabView lab) {
    return new LabPlan(lab, lab.plans().stream().filter(plan -> !isManifest(plan)).toList());
  }

  static boolean isManifest(Plan plan) {
    return plan.capture().kind() == CaptureKind.CLUSTER_MANIFEST;
  }

  /** The entries of these items, item by item in this order, and in the order written. */
  Stream<Planned> entries(Item... items) {
    return Arrays.stream(items).flatMap(item -> entries().filter(one -> one.item() == item));
  }

  Stream<Planned> entries() {
    return documents.stream().flatMap(plan -> plan.entries().stream());
  }

  /** Those of one network of one document. */
  static Stream<Planned> entries(Plan plan, Network network, String group, Item item) {
    return plan.entries().stream()
        .filter(one -> one.item() == item && one.network() == network && one.group().equals(group));
  }

  /**
   * The claims that share an address with {@code range} and are the plan's, or the appliance's as
   * captured. Control plane VMs and clients have networks of their own inside.
   */
  List<Claim> around(AddressRange range) {
    Set<String> appliances =
        lab.hosts(Role.APPLIANCE).stream().map(HostView::name).collect(Collectors.toSet());
    return lab.claims().overlapping(range).stream()
        .filter(
            claim ->
                claim.said() == Said.PLANNED
                    ? claim.span().capture().kind() != CaptureKind.CLUSTER_MANIFEST
                    : appliances.contains(claim.host()))
        .toList();
  }
}
