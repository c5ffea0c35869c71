package io.github.viplint.rules.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL801: vCenter will take VIPs from addresses that the appliance does not serve. */
final class PlanRangeNotServed implements Rule {
  private static final List<String> RESTART =
      List.of(
          "systemctl restart anyip-routes",
          "systemctl reset-failed route-tables haproxy",
          "systemctl start route-tables haproxy");

  /** Each block is a line of the file. */
  private static final int MOST_LINES = 32;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL801",
        "plan-range-not-served",
        Severity.ERROR,
        "vCenter takes VIPs from a range that the appliance does not serve: the first one takes all"
            + " VIPs down");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(Item.SUPERVISOR_VIPS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan plan = LabPlan.of(lab);
    List<HostView> appliances =
        lab.hosts(Role.APPLIANCE).stream().filter(PlanRangeNotServed::tellsItsRanges).toList();
    List<Claim> served = captured(lab, appliances);
    boolean known = !appliances.isEmpty();
    if (!known) {
      served = planned(lab, plan);
      known = !served.isEmpty();
    }
    if (!known) {
      return;
    }
    Set<AddressRange> told = new HashSet<>();
    for (Planned range : plan.entries(Item.SUPERVISOR_VIPS).toList()) {
      List<AddressRange> missing =
          Uncovered.of(range.range(), served.stream().map(Claim::range).toList());
      if (!missing.isEmpty() && told.add(range.range())) {
        report(range, missing, served, appliances, findings);
      }
    }
  }

  private static boolean tellsItsRanges(HostView host) {
    return host.state()
            .readings(CaptureKind.ANYIP_ROUTES)
            .anyMatch(reading -> reading.capture().isWhole())
        || host.kernel().anyip().isPresent();
  }

  private static List<Claim> captured(LabView lab, List<HostView> appliances) {
    Set<String> names = appliances.stream().map(HostView::name).collect(Collectors.toSet());
    return lab.claims()
        .of(Use.VIP_RANGE)
        .filter(claim -> claim.said() != Said.PLANNED && names.contains(claim.host()))
        .toList();
  }

  private static List<Claim> planned(LabView lab, LabPlan plan) {
    Set<Span> spans =
        plan.entries(Item.APPLIANCE_VIPS).map(Planned::span).collect(Collectors.toSet());
    return lab.claims()
        .of(Use.VIP_RANGE)
        .filter(claim -> claim.said() == Said.PLANNED && spans.contains(claim.span()))
        .toList();
  }

  private static void report(
      Planned range,
      List<AddressRange> missing,
      List<Claim> served,
      List<HostView> appliances,
      Findings findings) {
    String shown =
        missing.size() == 1 && missing.get(0).equals(range.range())
            ? range.range().toString()
            : missing.stream().limit(3).map(Object::toString).collect(Collectors.joining(" and "))
                + " of "
                + range.range();
    String where = appliances.isEmpty() ? "the plan of the appliance" : "anyip-routes.cfg";
    Finding.Builder finding =
        findings
            .atPlan(
                range.span(),
                shown
                    + ", the "
                    + range.label()
                    + ", is in no range of "
                    + where
                    + ": the first VIP from it keeps haproxy from starting, and all VIPs are down")
            .label("not served by the appliance")
            .help(
                appliances.isEmpty()
                    ? "plan the same range for both: loadbalance.service_ip_range, and the wizard's"
                        + " virtual IP range"
                    : "add it to /etc/vmware/anyip-routes.cfg, newline at the end, or take it out of"
                        + " vCenter")
            .note(
                "vCenter's ranges must be the appliance's or lie in them; the appliance does not"
                    + " learn them from vCenter")
            .subject(range.range())
            .confirm("ip route get " + missing.get(0).first());
    served.stream()
        .limit(4)
        .forEach(claim -> finding.related(claim.span(), "serves " + claim.range()));
    for (HostView host : appliances) {
      missing.forEach(
          part -> finding.shows(Condition.of(Condition.Kind.RANGE_NOT_SERVED, host.name(), part)));
    }
    if (appliances.size() == 1) {
      append(appliances.get(0), missing).ifPresent(finding::fix);
    }
    finding.report();
  }

  /** The missing blocks as lines at the end of the file. */
  private static Optional<Fix> append(HostView host, List<AddressRange> missing) {
    List<String> blocks =
        missing.stream()
            .flatMap(part -> Arrays.stream(part.first().spanWithPrefixBlocks(part.last())))
            .map(IPAddress::toString)
            .toList();
    return host.fact(AnyipRoutes.class)
        .filter(file -> file.capture().isWhole() && blocks.size() <= MOST_LINES)
        .map(
            file -> {
              String text = file.capture().text();
              String start = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
              Span end = file.capture().span(text.length(), text.length());
              return Fix.of(
                  "add "
                      + (blocks.size() == 1 ? blocks.get(0) : blocks.size() + " lines")
                      + " to /etc/vmware/anyip-routes.cfg",
                  Fix.Safety.UNSAFE,
                  List.of(new TextEdit(end, start + String.join("\n", blocks) + "\n")),
                  RESTART);
            });
  }
}
