package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.Routes;
import java.util.List;

/** VL407: of a host's routing only table main was captured, which rules may overrule. */
final class PolicyRoutingUnknown implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL407",
        "policy-routing-unknown",
        Severity.INFO,
        "only table main was captured, and policy rules may overrule it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR).any(CaptureKind.IP_ROUTE, CaptureKind.ROUTE_N);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<Routes> listings =
          host.facts(Routes.class).stream()
              .filter(listing -> listing.tellsOf(IPVersion.IPV4) && !listing.routes().isEmpty())
              .toList();
      if (!listings.isEmpty()
          && routesByRules(host)
          && host.facts(IpRules.class).stream().noneMatch(rules -> rules.version().isIPv4())
          && listings.stream().allMatch(PolicyRoutingUnknown::isMain)) {
        report(host, listings.get(0), findings);
      }
    }
  }

  /** The appliance and the Supervisor's control plane have tables of their own; others rarely. */
  private static boolean routesByRules(HostView host) {
    return !host.is(Role.CLIENT) && !host.is(Role.VCENTER);
  }

  private static boolean isMain(Routes listing) {
    return listing.table().filter(table -> table.equals("main") || table.equals("254")).isPresent();
  }

  private static void report(HostView host, Routes listing, Findings findings) {
    Capture capture = listing.capture();
    int lf = capture.text().indexOf('\n');
    findings
        .at(
            host,
            capture.span(0, lf < 0 ? capture.text().length() : lf),
            "only table main of %s was captured: policy rules may send packets another way"
                .formatted(host.called()))
        .label("main is asked last")
        .help("capture `ip rule show` and `ip route show table all`")
        .note("`route -n` and `ip route` show table main; the rules above it are in `ip rule`")
        .subject("table main")
        .confirm("ip rule show")
        .confirm("ip route show table all")
        .report();
  }
}
