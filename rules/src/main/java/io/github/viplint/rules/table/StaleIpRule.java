package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.space.Claim;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** VL311: a policy rule of a network that is gone, or that leads to an empty table. */
final class StaleIpRule implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL311",
        "stale-ip-rule",
        Severity.WARNING,
        "a policy rule selects a network that no interface has, or leads to an empty table");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR)
        .all(CaptureKind.IP_RULE)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG, CaptureKind.IP_ROUTE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Set<String> told = new HashSet<>();
      LookedUpTables tables = new LookedUpTables(host);
      for (PolicyRule rule : host.kernel().rules().orElse(List.of())) {
        // repeats of a rule are told by VL310
        fault(lab, host, tables, rule)
            .filter(fault -> told.add(rule.shown()))
            .ifPresent(fault -> report(host, rule, fault, findings));
      }
    }
  }

  private static Optional<String> fault(
      LabView lab, HostView host, LookedUpTables tables, PolicyRule rule) {
    Optional<LookedUpTables.Table> table = tables.of(rule);
    if (table.filter(LookedUpTables.Table::isEmpty).isPresent()) {
      return Optional.of(
          "leads to table "
              + table.get().name()
              + ", which is empty: it does nothing, until something else fills that table");
    }
    return isOfNoNetwork(lab, host, rule)
        ? Optional.of(
            "selects a network that no interface has any more: it waits for an old address that"
                + " comes back")
        : Optional.empty();
  }

  /** VIPs are addresses that no interface of the appliance has. */
  private static boolean isOfNoNetwork(LabView lab, HostView host, PolicyRule rule) {
    if (!host.is(Role.APPLIANCE)
        || !(rule.action() instanceof PolicyRule.Lookup)
        || rule.unknown()
        || rule.from().isEmpty()
        || rule.to().isPresent()
        || rule.iif().isPresent()
        || rule.not()
        || !host.kernel().interfacesComplete()) {
      return false;
    }
    Cidr from = rule.from().get();
    return !from.address().isLoopback()
        && lab.claims().overlapping(from.range()).stream()
            .noneMatch(
                claim ->
                    claim.use() == Claim.Use.VIP_RANGE
                        || claim.use() == Claim.Use.INTERFACE_ADDRESS
                            && claim.said() == Claim.Said.ACTIVE
                            && claim.host().equals(host.name()));
  }

  private static void report(HostView host, PolicyRule rule, String fault, Findings findings) {
    Finding.Builder finding =
        findings
            .at(host, rule.span(), "rule `" + rule.shown() + "` " + fault)
            .label("stale")
            .help("delete the rule, or reboot")
            .subject(rule.shown())
            .shows(Condition.everything(Condition.Kind.RULES_LEFT, host.name()))
            .fix(
                Fix.ofCommands(
                    "delete it",
                    List.of("ip rule del pref " + rule.priority() + " " + rule.shown())))
            .confirm("ip rule show");
    if (host.is(Role.APPLIANCE)) {
      finding.note(
          "route-tables of v0.2.0 never deletes a rule: that of a network that was changed stays"
              + " until the next reboot");
    }
    finding.report();
  }
}
