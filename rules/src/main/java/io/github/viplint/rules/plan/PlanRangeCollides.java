package io.github.viplint.rules.plan;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** VL802: addresses that are planned for one thing are planned, or used, for another. */
final class PlanRangeCollides implements Rule {
  private static final int MOST_RELATED = 8;

  private static final Set<Use> SERVERS =
      EnumSet.of(
          Use.GATEWAY,
          Use.NAME_SERVER,
          Use.TIME_SERVER,
          Use.DATAPLANE,
          Use.VCENTER,
          Use.INTERFACE_ADDRESS);

  private static final Set<Use> NOT_WITH_VIPS =
      with(SERVERS, Use.CONTROL_PLANE_RANGE, Use.NODE_RANGE);
  private static final Set<Use> NOT_WITH_NODES =
      with(SERVERS, Use.CONTROL_PLANE_RANGE, Use.NODE_RANGE);

  /** Gateways and the appliance are VL803's. */
  private static final Set<Use> NOT_WITH_CONTROL_PLANE =
      EnumSet.of(Use.NAME_SERVER, Use.TIME_SERVER, Use.VCENTER);

  private static final Set<Use> NOT_WITH_SERVICES =
      with(
          SERVERS,
          Use.NETWORK,
          Use.VIP_RANGE,
          Use.VIP,
          Use.CONTROL_PLANE_RANGE,
          Use.NODE_RANGE,
          Use.POD_RANGE);
  private static final Set<Use> NOT_WITH_PODS = without(NOT_WITH_SERVICES, Use.POD_RANGE);

  private static Set<Use> with(Set<Use> uses, Use... more) {
    Set<Use> all = EnumSet.copyOf(uses);
    all.addAll(List.of(more));
    return all;
  }

  private static Set<Use> without(Set<Use> uses, Use use) {
    Set<Use> all = EnumSet.copyOf(uses);
    all.remove(use);
    return all;
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL802",
        "plan-range-collides",
        Severity.ERROR,
        "planned ranges share addresses with each other, or with a gateway, a server or the"
            + " appliance");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(
        Item.SUPERVISOR_VIPS,
        Item.VIPS,
        Item.APPLIANCE_VIPS,
        Item.NODE_RANGE,
        Item.SERVICES,
        Item.PODS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan plan = LabPlan.of(lab);
    Told told = new Told();
    Set<Object> insides = new HashSet<>();
    plan.entries(Item.SUPERVISOR_VIPS, Item.VIPS, Item.APPLIANCE_VIPS)
        .filter(vips -> !hasHostBits(vips))
        .forEach(vips -> each(plan, vips, NOT_WITH_VIPS, "VIPs", told, findings));
    plan.entries(Item.NODE_RANGE)
        .forEach(
            range -> {
              boolean nodes = range.network() != Network.MANAGEMENT;
              each(
                  plan,
                  range,
                  nodes ? NOT_WITH_NODES : NOT_WITH_CONTROL_PLANE,
                  range.label(),
                  told,
                  findings);
            });
    plan.entries(Item.SERVICES)
        .forEach(range -> inside(plan, range, NOT_WITH_SERVICES, insides, findings));
    plan.entries(Item.PODS).forEach(range -> inside(plan, range, NOT_WITH_PODS, insides, findings));
  }

  /** VL101 says that it is no subnet; what it will be is open. */
  private static boolean hasHostBits(Planned vips) {
    return vips.item() != Item.SUPERVISOR_VIPS
        && vips.cidr().filter(cidr -> cidr.hasHostBits()).isPresent();
  }

  /** Which ranges of a kind were told to collide with another range. */
  private static final class Told {
    private final Map<List<Object>, List<AddressRange>> ranges = new HashMap<>();

    /**
     * Whether it is new: not the same two in either order, nor of a second document, which may
     * write them otherwise.
     */
    boolean add(String kind, AddressRange range, AddressRange other) {
      List<AddressRange> told =
          ranges.computeIfAbsent(List.of(kind, other), key -> new ArrayList<>());
      boolean isNew = told.stream().noneMatch(range::overlaps);
      if (isNew) {
        told.add(range);
      }
      return isNew;
    }
  }

  /** One finding for each other side. */
  private static void each(
      LabPlan plan, Planned range, Set<Use> uses, String kind, Told told, Findings findings) {
    for (Collision other : Collision.among(plan.around(range.range()), uses)) {
      if (isItself(range, other)
          || range.isVips() && isSaidOfFile(plan, range.range(), other.range())) {
        continue;
      }
      boolean first = told.add(kind, range.range(), other.range());
      boolean other1st = told.add(other.claims().get(0).label(), other.range(), range.range());
      if (first && other1st) {
        report(range, List.of(other), findings);
      }
    }
  }

  /** The same range of the same network, in this document or another one. */
  private static boolean isItself(Planned range, Collision other) {
    return other.claims().stream().allMatch(claim -> claim.label().equals(range.label()));
  }

  /** VL105 to VL107 stand at the line of anyip-routes.cfg that holds the same addresses. */
  private static boolean isSaidOfFile(LabPlan plan, AddressRange vips, AddressRange other) {
    return plan.around(other).stream()
        .filter(claim -> claim.use() == Use.VIP_RANGE && claim.said() != Said.PLANNED)
        .filter(claim -> claim.range().overlaps(vips))
        .anyMatch(
            claim ->
                AddressText.cidr(claim.span().text().strip())
                    .filter(cidr -> cidr.hasHostBits())
                    .isEmpty());
  }

  /** One finding for a CIDR inside the clusters, which takes whole networks away from them. */
  private static void inside(
      LabPlan plan, Planned range, Set<Use> uses, Set<Object> told, Findings findings) {
    List<Collision> all = Collision.among(plan.around(range.range()), uses);
    List<Collision> networks =
        all.stream()
            .filter(one -> one.claims().stream().anyMatch(claim -> claim.use() == Use.NETWORK))
            .toList();
    List<Collision> named = new ArrayList<>(networks);
    all.stream()
        .filter(one -> !networks.contains(one))
        .filter(one -> networks.stream().noneMatch(net -> net.range().contains(one.range())))
        .forEach(named::add);
    if (!named.isEmpty() && told.add(List.of(range.item(), range.range()))) {
      report(range, named, findings);
    }
  }

  private static void report(Planned range, List<Collision> others, Findings findings) {
    if (findings.leavesOut(Severity.ERROR)) {
      return;
    }
    Collision first = others.get(0);
    boolean addresses = first.range().first().equals(first.range().last());
    String rest =
        others.size() == 1 ? "" : " and " + (others.size() - 1) + " more collide with it as well";
    Finding.Builder finding =
        findings
            .atPlan(
                range.span(),
                first.named()
                    + " "
                    + first.lies(range.range())
                    + " "
                    + range.range()
                    + ", the "
                    + range.label()
                    + rest
                    + ": "
                    + consequence(range, addresses))
            .label("also " + first.claims().get(0).label())
            .help(help(range))
            .subject(range.range())
            .subject(first.range());
    List<Claim> claims = others.stream().flatMap(one -> one.claims().stream()).toList();
    claims.stream()
        .limit(MOST_RELATED)
        .forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
    finding.report();
  }

  private static String consequence(Planned range, boolean address) {
    return switch (range.item()) {
      case SERVICES, PODS ->
          "from inside the clusters nobody reaches the machines that have these addresses";
      case NODE_RANGE -> "a virtual machine will be given an address that is in use";
      default ->
          address
              ? "the appliance answers its ARP, and nobody reaches it any more"
              : "the appliance answers ARP for machines, and haproxy connects to itself";
    };
  }

  private static String help(Planned range) {
    return switch (range.item()) {
      case SERVICES, PODS ->
          "choose a CIDR that nothing outside of the clusters uses; it can't be changed later";
      case NODE_RANGE -> "choose a range in which nothing else has an address";
      default -> "choose a range that holds nothing but VIPs, in vCenter and on the appliance";
    };
  }
}
