package io.github.viplint.rules.plan;

import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something that two plans of one lab say differently.
 *
 * @param here in the later plan
 * @param there in the earlier one
 * @param message one sentence
 */
record OtherPlan(Planned here, Planned there, String message) {
  /** What the same side of a lab has only once. The networks of the two sides may well differ. */
  private static final List<Item> ONCE =
      List.of(Item.APPLIANCE_ADDRESS, Item.GATEWAY, Item.NETWORK, Item.NODE_RANGE);

  static List<OtherPlan> differences(LabPlan lab) {
    List<OtherPlan> found = new ArrayList<>();
    Set<Object> told = new HashSet<>();
    List<Plan> plans = lab.documents();
    for (int i = 0; i < plans.size(); i++) {
      for (Plan earlier : plans.subList(0, i)) {
        Plan later = plans.get(i);
        // a third document that agrees with one of the two says nothing new
        vips(later, earlier)
            .filter(
                one -> !told.contains(one.here().range()) && !told.contains(one.there().range()))
            .ifPresent(
                one -> {
                  told.add(one.here().range());
                  found.add(one);
                });
        ports(later, earlier).ifPresent(found::add);
        if (side(later) == side(earlier)) {
          ONCE.forEach(item -> once(later, earlier, item, told, found));
        }
      }
    }
    return found;
  }

  private enum Side {
    APPLIANCE,
    SUPERVISOR
  }

  /** What is filled in when the appliance is deployed, or when the Supervisor is. */
  private static Side side(Plan plan) {
    return plan.entries().stream().anyMatch(one -> one.item() == Item.APPLIANCE_ADDRESS)
        ? Side.APPLIANCE
        : Side.SUPERVISOR;
  }

  /** Ranges of VIPs that have no address in common. */
  private static Optional<OtherPlan> vips(Plan later, Plan earlier) {
    List<Planned> here = later.entries().stream().filter(Planned::isVips).toList();
    List<Planned> there = earlier.entries().stream().filter(Planned::isVips).toList();
    // that vCenter takes VIPs from a range which the appliance does not serve is VL801's
    boolean judged =
        here.stream().map(Planned::item).anyMatch(Item.SUPERVISOR_VIPS::equals)
            && there.stream().map(Planned::item).anyMatch(Item.APPLIANCE_VIPS::equals);
    boolean judgedOtherWay =
        there.stream().map(Planned::item).anyMatch(Item.SUPERVISOR_VIPS::equals)
            && here.stream().map(Planned::item).anyMatch(Item.APPLIANCE_VIPS::equals);
    if (here.isEmpty() || there.isEmpty() || judged || judgedOtherWay) {
      return Optional.empty();
    }
    return here.stream()
        .filter(one -> there.stream().noneMatch(other -> other.range().overlaps(one.range())))
        .findFirst()
        .map(one -> new OtherPlan(one, there.get(0), differ(one, there.get(0))));
  }

  private static String differ(Planned here, Planned there) {
    return "two plans of this lab differ: the "
        + here.label()
        + " is "
        + here.range()
        + " here, and "
        + there.range()
        + " in "
        + there.span().place().file();
  }

  private static Optional<OtherPlan> ports(Plan later, Plan earlier) {
    Optional<Planned> here = dataplane(later);
    Optional<Planned> there = dataplane(earlier);
    if (here.isEmpty() || there.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt one = here.get().port();
    OptionalInt other = there.get().port();
    boolean ports = one.isPresent() && other.isPresent() && !one.equals(other);
    boolean addresses = !here.get().range().equals(there.get().range());
    return ports || addresses
        ? Optional.of(
            new OtherPlan(
                here.get(),
                there.get(),
                "two plans of this lab differ: the Data Plane API is at "
                    + shown(here.get())
                    + " here, and at "
                    + shown(there.get())
                    + " in "
                    + there.get().span().place().file()))
        : Optional.empty();
  }

  private static String shown(Planned dataplane) {
    return dataplane.range()
        + (dataplane.port().isPresent() ? ":" + dataplane.port().getAsInt() : "");
  }

  private static Optional<Planned> dataplane(Plan plan) {
    return plan.entries().stream().filter(one -> one.item() == Item.DATAPLANE).findFirst();
  }

  private static void once(
      Plan later, Plan earlier, Item item, Set<Object> told, List<OtherPlan> found) {
    for (Network network : Network.values()) {
      List<Planned> here = LabPlan.entries(later, network, "", item).toList();
      List<Planned> there = LabPlan.entries(earlier, network, "", item).toList();
      if (network == Network.NONE || here.isEmpty() || there.isEmpty()) {
        continue;
      }
      Planned one = here.get(0);
      boolean agree =
          here.stream()
              .anyMatch(a -> there.stream().anyMatch(b -> agree(item, a.range(), b.range())));
      if (!agree && told.add(List.of(one.label(), one.range()))) {
        found.add(new OtherPlan(one, there.get(0), differ(one, there.get(0))));
      }
    }
  }

  /** Of a range people may name a part only. */
  private static boolean agree(Item item, AddressRange one, AddressRange other) {
    return item == Item.NODE_RANGE ? one.overlaps(other) : one.equals(other);
  }
}
