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
import io.github.viplint.model.IpRules;
import io.github.viplint.model.PolicyRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL310: the same policy rule again and again. */
final class DuplicateIpRule implements Rule {
  private static final int MOST_RELATED = 8;
  private static final int MOST_DELETIONS = 30;

  /** The rules that a kernel starts with, wherever somebody moved or copied them. */
  private static final Set<String> KERNELS_OWN =
      Set.of("from all lookup local", "from all lookup main", "from all lookup default");

  /** What the kernel compares, priority aside. It masks the host bits of a selector. */
  private record Same(
      boolean not,
      Optional<Cidr> from,
      Optional<Cidr> to,
      Optional<String> iif,
      Optional<String> oif,
      Optional<PolicyRule.FwMark> fwmark,
      Optional<Integer> tos,
      PolicyRule.Action action) {
    static Same of(PolicyRule rule) {
      return new Same(
          rule.not(),
          rule.from().map(Cidr::network),
          rule.to().map(Cidr::network),
          rule.iif(),
          rule.oif(),
          rule.fwmark(),
          rule.tos(),
          rule.action());
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL310",
        "duplicate-ip-rule",
        Severity.WARNING,
        "the same policy rule stands several times: it is added at each start and never deleted");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR).all(CaptureKind.IP_RULE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.facts(IpRules.class).stream()
          .filter(listing -> listing.version().isIPv4())
          .forEach(listing -> check(host, listing.rules(), findings));
    }
  }

  private static void check(HostView host, List<PolicyRule> rules, Findings findings) {
    Map<Same, List<PolicyRule>> copies = new LinkedHashMap<>();
    for (PolicyRule rule : rules) {
      if (!rule.unknown() && !KERNELS_OWN.contains(rule.shown())) {
        copies.computeIfAbsent(Same.of(rule), key -> new ArrayList<>()).add(rule);
      }
    }
    Map<Long, Long> priorities =
        rules.stream().collect(Collectors.groupingBy(PolicyRule::priority, Collectors.counting()));
    for (List<PolicyRule> same : copies.values()) {
      if (same.size() > 1) {
        report(host, priorities, same, findings);
      }
    }
  }

  private static void report(
      HostView host, Map<Long, Long> priorities, List<PolicyRule> same, Findings findings) {
    PolicyRule first = same.get(0);
    List<PolicyRule> surplus = same.subList(1, same.size());
    Finding.Builder finding =
        findings
            .at(
                host,
                surplus.get(0).span(),
                "rule `%s` stands %d times: the copies stay when the network changes, and go on"
                        .formatted(first.shown(), same.size())
                    + " sending its packets to the old table")
            .severity(same.size() == 2 ? Severity.INFO : Severity.WARNING)
            .label("a copy of the rule with priority " + first.priority())
            .help("delete the copies, or reboot")
            .related(first.span(), "the copy that is asked first");
    if (host.is(Role.APPLIANCE)) {
      finding.note(
          "route-tables of v0.2.0 adds its rules at each start and each change of"
              + " route-tables.cfg, and never deletes one; v0.1.9 and v0.1.10 add each rule twice");
    }
    surplus.stream()
        .skip(1)
        .limit(MOST_RELATED)
        .forEach(copy -> finding.related(copy.span(), "one more, priority " + copy.priority()));
    finding.shows(Condition.everything(Condition.Kind.RULES_LEFT, host.name()));
    finding.subject(first.shown()).fix(fix(surplus, priorities)).confirm("ip rule show").report();
  }

  private static Fix fix(List<PolicyRule> surplus, Map<Long, Long> priorities) {
    if (surplus.size() > MOST_DELETIONS) {
      return Fix.ofCommands("reboot, for there are too many", List.of("reboot"));
    }
    return Fix.ofCommands(
        surplus.size() == 1 ? "delete the second copy" : "delete all copies but the first",
        surplus.stream().map(copy -> deletion(copy, priorities)).toList());
  }

  /** A priority that other rules have too does not tell which one is to go. */
  private static String deletion(PolicyRule copy, Map<Long, Long> priorities) {
    boolean alone = priorities.get(copy.priority()) == 1;
    return "ip rule del pref " + copy.priority() + (alone ? "" : " " + copy.shown());
  }
}
