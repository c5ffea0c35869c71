package io.github.viplint.rules.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL805: the plan and what was captured disagree, or two plans of one lab do. */
final class PlanDiffers implements Rule {
  private static final int MOST_NAMED = 4;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL805",
        "plan-differs",
        Severity.WARNING,
        "the plan and the captures disagree, or two plans of one lab");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(
        Item.SUPERVISOR_VIPS,
        Item.VIPS,
        Item.APPLIANCE_VIPS,
        Item.APPLIANCE_ADDRESS,
        Item.DATAPLANE,
        Item.GATEWAY,
        Item.NETWORK,
        Item.NODE_RANGE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan plan = LabPlan.of(lab);
    OtherPlan.differences(plan)
        .forEach(
            one ->
                findings
                    .atPlan(one.here().span(), one.message())
                    .label("elsewhere " + one.there().range())
                    .help("find out which of the two holds, and drop the other one")
                    .related(one.there().span(), "the other plan")
                    .subject(one.here().label())
                    .subject(one.here().range())
                    .report());
    for (HostView host : lab.hosts(Role.APPLIANCE)) {
      vips(lab, plan, host, findings);
      ranges(plan, host, findings);
      addresses(plan, host, findings);
    }
    dataplane(lab, plan, findings);
  }

  /** VIPs that haproxy.cfg binds and no plan gives out. */
  private static void vips(LabView lab, LabPlan plan, HostView host, Findings findings) {
    List<Planned> ranges =
        plan.entries(Item.SUPERVISOR_VIPS, Item.VIPS, Item.APPLIANCE_VIPS).toList();
    if (ranges.isEmpty()) {
      return;
    }
    List<Claim> outside =
        lab.claims()
            .of(Use.VIP)
            .filter(vip -> vip.host().equals(host.name()) && vip.range().first().isIPv4())
            .filter(vip -> ranges.stream().noneMatch(one -> one.range().contains(vip.range())))
            .filter(vip -> !isOwn(lab, vip.range().first()))
            .toList();
    if (outside.isEmpty()) {
      return;
    }
    List<String> named =
        outside.stream().map(vip -> vip.range().toString()).distinct().limit(MOST_NAMED).toList();
    Finding.Builder finding =
        findings
            .atPlan(
                ranges.get(0).span(),
                String.join(", ", named)
                    + (named.size() == 1 ? " is in use as a VIP" : " are in use as VIPs")
                    + " and outside of the planned "
                    + ranges.stream()
                        .map(one -> one.range().toString())
                        .distinct()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", ")))
            .label("the planned VIPs")
            .help("find out whether the plan or haproxy.cfg is of this lab, and of today");
    named.forEach(finding::subject);
    outside.stream()
        .limit(MOST_NAMED)
        .forEach(vip -> finding.related(vip.span(), "binds " + vip.range()));
    finding.report();
  }

  /**
   * The appliance's own addresses, of which a frontend for statistics and the like may bind one.
   */
  private static boolean isOwn(LabView lab, IPAddress address) {
    return lab.claims().holding(address).stream()
        .anyMatch(claim -> claim.use() == Use.INTERFACE_ADDRESS || claim.use() == Use.DATAPLANE);
  }

  /** anyip-routes.cfg was once written from the OVF property, and will be again. */
  private static void ranges(LabPlan plan, HostView host, Findings findings) {
    List<Planned> planned = plan.entries(Item.APPLIANCE_VIPS).toList();
    Optional<AnyipRoutes> file =
        host.fact(AnyipRoutes.class).filter(one -> one.capture().isWhole() && !one.hasTemplates());
    if (planned.isEmpty() || file.isEmpty()) {
      return;
    }
    List<AnyipRoutes.Line> lines =
        file.get().entries().stream().filter(line -> line.range().isPresent()).toList();
    List<AddressRange> captured =
        lines.stream().map(line -> line.range().orElseThrow().range()).toList();
    List<AddressRange> meant = planned.stream().map(Planned::range).toList();
    planned.stream()
        .filter(one -> !Uncovered.of(one.range(), captured).isEmpty())
        .findFirst()
        .ifPresent(
            one ->
                findings
                    .atPlan(
                        one.span(),
                        one.range()
                            + " is planned for the appliance, and its anyip-routes.cfg has"
                            + " it not")
                    .label("not in anyip-routes.cfg")
                    .help("add it to the file, or take it out of the plan")
                    .related(file.get().capture().span(0, 0), "the file")
                    .subject(one.range())
                    .report());
    lines.stream()
        .filter(line -> !Uncovered.of(line.range().orElseThrow().range(), meant).isEmpty())
        .findFirst()
        .ifPresent(
            line ->
                findings
                    .atPlan(
                        planned.get(0).span(),
                        line.range().orElseThrow()
                            + " of anyip-routes.cfg is in no planned range: a redeployment of the"
                            + " appliance would lose it")
                    .label("lacks it")
                    .help("add it to loadbalance.service_ip_range as well")
                    .related(line.span(), "the line")
                    .subject(line.range().orElseThrow())
                    .report());
  }

  /** An interface of the appliance that has other addresses than planned. */
  private static void addresses(LabPlan plan, HostView host, Findings findings) {
    Set<Object> told = new HashSet<>();
    plan.entries(Item.APPLIANCE_ADDRESS)
        .filter(one -> one.network() != Network.NONE)
        .forEach(
            one ->
                host.kernel().interfaces().stream()
                    .filter(
                        device ->
                            device.name().equals(one.network().name().toLowerCase(Locale.ROOT)))
                    .filter(device -> isOther(device, one.range().first()))
                    .filter(device -> told.add(List.of(device.name(), one.range())))
                    .findFirst()
                    .ifPresent(device -> address(one, device, host, findings)));
  }

  private static boolean isOther(NetInterface device, IPAddress planned) {
    List<IPAddress> own =
        device.addresses().stream()
            .map(address -> address.cidr().address())
            .filter(IPAddress::isIPv4)
            .toList();
    return !own.isEmpty() && !own.contains(planned);
  }

  private static void address(Planned one, NetInterface device, HostView host, Findings findings) {
    NetInterface.Address own =
        device.addresses().stream()
            .filter(address -> address.cidr().address().isIPv4())
            .findFirst()
            .orElseThrow();
    findings
        .atPlan(
            one.span(),
            one.range()
                + " is planned for the appliance's interface "
                + device.name()
                + ", and it has "
                + own.cidr()
                + " on "
                + host.called())
        .label("another address is in use")
        .help("find out whether the plan is of this appliance, and of today")
        .related(own.span(), "the address in use")
        .subject(one.range())
        .subject(own.cidr())
        .report();
  }

  /** vCenter asks the Data Plane API at an address that the appliance does not have. */
  private static void dataplane(LabView lab, LabPlan plan, Findings findings) {
    List<Claim> own =
        lab.claims()
            .of(Use.INTERFACE_ADDRESS)
            .filter(claim -> claim.range().first().isIPv4())
            .filter(
                claim ->
                    claim.label().startsWith("address of management")
                        || claim.label().equals("address of the appliance in management"))
            .toList();
    Set<AddressRange> told = new HashSet<>();
    plan.entries(Item.DATAPLANE)
        .filter(one -> !own.isEmpty() && !isOwn(own, one.range()))
        .filter(one -> told.add(one.range()))
        .forEach(
            one ->
                findings
                    .atPlan(
                        one.span(),
                        "vCenter is to ask the Data Plane API at "
                            + one.range()
                            + ", and the appliance has "
                            + own.get(0).range()
                            + " in management")
                    .label("not the appliance")
                    .help("give vCenter the management address of the appliance, port 5556")
                    .related(own.get(0).span(), "the " + own.get(0).label())
                    .subject(one.range())
                    .report());
  }

  private static boolean isOwn(List<Claim> own, AddressRange address) {
    return own.stream().anyMatch(claim -> claim.range().equals(address));
  }
}
