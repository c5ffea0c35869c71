package io.github.viplint.rules.plan;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VL804: addresses outside their networks, networks that are none, networks that overlap. */
final class PlanNetwork implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL804",
        "plan-network",
        Severity.ERROR,
        "a planned address or gateway lies outside its network, a subnet is none, or two networks"
            + " overlap");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(Item.NETWORK, Item.SERVICES, Item.PODS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan labPlan = LabPlan.of(lab);
    for (Plan plan : lab.plans()) {
      plan.entries().forEach(one -> subnet(one, findings));
    }
    for (Plan plan : labPlan.documents()) {
      Set<Object> told = new HashSet<>();
      plan.entries().stream()
          .filter(one -> told.add(List.of(one.item(), one.label(), one.range())))
          .forEach(one -> inside(plan, one, findings));
    }
    overlaps(lab, labPlan.entries(Item.NETWORK).toList(), findings);
  }

  private static void subnet(Planned one, Findings findings) {
    boolean meant =
        one.item() == Item.NETWORK || one.item() == Item.SERVICES || one.item() == Item.PODS;
    if (!meant || one.cidr().filter(Cidr::hasHostBits).isEmpty()) {
      return;
    }
    Cidr written = one.cidr().get();
    Finding.Builder finding =
        findings
            .atPlan(one.span(), written + ", the " + one.label() + ", is no subnet")
            .label("host bits are set; the subnet is " + written.network())
            .help("write " + written.network() + ", or the length that was meant")
            .subject(written);
    if (one.span().text().equals(written.toString())) {
      finding.fix(
          Fix.of(
              "write " + written.network(),
              Fix.Safety.SAFE,
              List.of(new TextEdit(one.span(), written.network().toString())),
              List.of()));
    }
    finding.report();
  }

  private static void inside(Plan plan, Planned one, Findings findings) {
    boolean address = one.item() == Item.GATEWAY || one.item() == Item.APPLIANCE_ADDRESS;
    boolean nodes = one.item() == Item.NODE_RANGE && one.network() != Network.MANAGEMENT;
    if (!address && !nodes || one.network() == Network.NONE) {
      return;
    }
    List<Planned> networks =
        LabPlan.entries(plan, one.network(), one.group(), Item.NETWORK)
            .filter(network -> !network.span().equals(one.span()))
            .toList();
    networks.stream()
        .filter(network -> !network.range().contains(one.range()))
        .findFirst()
        .ifPresent(
            network ->
                report(
                    one,
                    network,
                    one.range()
                        + ", the "
                        + one.label()
                        + ", lies outside of "
                        + network.range()
                        + ", the "
                        + network.label(),
                    findings));
    if (address) {
      LabPlan.entries(plan, one.network(), one.group(), Item.NETWORK)
          .filter(network -> isEnd(one.range(), network.range()))
          .findFirst()
          .ifPresent(
              network ->
                  report(
                      one,
                      network,
                      one.range()
                          + ", the "
                          + one.label()
                          + ", is the "
                          + (one.range().first().equals(network.range().first())
                              ? "network"
                              : "broadcast")
                          + " address of "
                          + network.range()
                          + ", and no machine can have it",
                      findings));
    }
  }

  /** A /31 and a /32 have neither a network nor a broadcast address. */
  private static boolean isEnd(AddressRange one, AddressRange network) {
    return network.first().isIPv4()
        && network.last().toIPv4().longValue() - network.first().toIPv4().longValue() > 1
        && (one.first().equals(network.first()) || one.first().equals(network.last()));
  }

  private static void report(Planned one, Planned network, String message, Findings findings) {
    findings
        .atPlan(one.span(), message)
        .label("not a host of " + network.range())
        .help(
            "compare the address, the length or netmask, and the network; one of them is mistyped")
        .related(network.span(), "the " + network.label())
        .subject(one.range())
        .subject(network.range())
        .report();
  }

  private static void overlaps(LabView lab, List<Planned> networks, Findings findings) {
    Set<Object> told = new HashSet<>();
    for (int i = 0; i < networks.size(); i++) {
      Planned one = networks.get(i);
      for (Planned other : networks.subList(0, i)) {
        if (!one.label().equals(other.label())
            && one.range().overlaps(other.range())
            && !isFrontendOfTwo(lab, one, other)
            && !isCaptured(lab, one.range(), other.range())
            && told.add(Set.of(one.label(), other.label()))) {
          overlap(one, other, findings);
        }
      }
    }
  }

  /** With two network cards the frontend is the workload network, and has no address of its own. */
  private static boolean isFrontendOfTwo(LabView lab, Planned one, Planned other) {
    Set<Network> both = Set.of(one.network(), other.network());
    boolean ownAddress =
        LabPlan.of(lab)
            .entries(Item.APPLIANCE_ADDRESS)
            .anyMatch(address -> address.network() == Network.FRONTEND);
    return both.equals(Set.of(Network.WORKLOAD, Network.FRONTEND))
        && one.range().equals(other.range())
        && !ownAddress;
  }

  /** VL313 says it of the interfaces. */
  private static boolean isCaptured(LabView lab, AddressRange one, AddressRange other) {
    return isConnected(lab, one) && isConnected(lab, other) && !one.equals(other);
  }

  private static boolean isConnected(LabView lab, AddressRange network) {
    return lab.claims().overlapping(network).stream()
        .filter((Claim claim) -> claim.use() == Use.NETWORK && claim.said() != Said.PLANNED)
        .anyMatch(claim -> claim.range().equals(network));
  }

  private static void overlap(Planned one, Planned other, Findings findings) {
    Span first = other.span();
    findings
        .atPlan(
            one.span(),
            "the "
                + other.label()
                + " and the "
                + one.label()
                + (one.range().equals(other.range())
                    ? " are both " + one.range()
                    : " overlap: " + other.range() + " and " + one.range())
                + ": which of the two packets take is a matter of chance")
        .label("the " + one.label())
        .help("give each network a subnet of its own")
        .note("vSphere with Tanzu wants management and workload in separate subnets")
        .related(first, "the " + other.label())
        .subject(other.label())
        .subject(one.label())
        .report();
  }
}
