package io.github.viplint.rules.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.space.Claim.Use;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VL803: the addresses for the control plane VMs will not do. */
final class PlanManagementRange implements Rule {
  /** Three nodes, their floating address, and one more while they are upgraded. */
  private static final int FEWEST = 5;

  private static final Set<Use> TAKEN =
      EnumSet.of(Use.GATEWAY, Use.INTERFACE_ADDRESS, Use.DATAPLANE);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL803",
        "plan-management-range",
        Severity.ERROR,
        "the control plane gets fewer than 5 addresses, some outside of their network, or ones that"
            + " a gateway or the appliance has");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(Item.NODE_RANGE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan labPlan = LabPlan.of(lab);
    Set<AddressRange> told = new HashSet<>();
    for (Plan plan : labPlan.documents()) {
      plan.entries().stream()
          .filter(one -> one.item() == Item.NODE_RANGE && one.network() == Network.MANAGEMENT)
          .filter(one -> told.add(one.range()))
          .forEach(range -> check(labPlan, plan, range, findings));
    }
  }

  private static void check(LabPlan lab, Plan plan, Planned range, Findings findings) {
    long count = count(range.range());
    if (count < FEWEST) {
      found(
              range,
              "the control plane gets "
                  + (count == 1 ? "one address, " : count + " addresses, ")
                  + range.range()
                  + ", and needs 5 in a row: three nodes, their floating address, and one for upgrades",
              "too few",
              findings)
          .report();
    }
    List<Planned> networks =
        LabPlan.entries(plan, Network.MANAGEMENT, range.group(), Item.NETWORK).toList();
    networks.stream()
        .filter(network -> !isHost(range.range(), network.range()))
        .findFirst()
        .ifPresent(
            network ->
                found(
                        range,
                        range.range()
                            + ", the control plane range, does not lie among the hosts of "
                            + network.range()
                            + ", the network of management",
                        "leaves the network",
                        findings)
                    .related(network.span(), "the network")
                    .report());
    for (Collision taken : Collision.among(lab.around(range.range()), TAKEN)) {
      Finding.Builder finding =
          found(
              range,
              taken.named()
                  + " lies in "
                  + range.range()
                  + ", the control plane range: a control plane VM will be given its address",
              "holds " + taken.range(),
              findings);
      taken.claims().forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
      finding.report();
    }
  }

  private static Finding.Builder found(
      Planned range, String message, String label, Findings findings) {
    return findings
        .atPlan(range.span(), message)
        .label(label)
        .help(
            "choose a first address with four free ones behind it, in the management network and"
                + " away from its gateway and the appliance")
        .subject(range.range());
  }

  /** Neither the network address nor the broadcast address of a network is a host's. */
  private static boolean isHost(AddressRange range, AddressRange network) {
    return network.contains(range)
        && !range.first().equals(network.first())
        && !range.last().equals(network.last());
  }

  private static long count(AddressRange range) {
    IPAddress first = range.first();
    return first.isIPv4()
        ? range.last().toIPv4().longValue() - first.toIPv4().longValue() + 1
        : Long.MAX_VALUE;
  }
}
