package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.HashSet;
import java.util.Set;

/** VL403: a host has no way to a server or gateway that it is configured to use. */
final class DestinationUnroutable implements Rule {
  private static final int MOST_FINDINGS = 200;

  /** What a host sends packets to of its own accord. */
  private static final Set<Use> DESTINATIONS =
      Set.of(Use.NAME_SERVER, Use.TIME_SERVER, Use.GATEWAY, Use.BACKEND_SERVER);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL403",
        "destination-unroutable",
        Severity.ERROR,
        "a host has no route to a DNS server, gateway, vCenter or backend server that it uses");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR)
        .all(CaptureKind.IP_RULE)
        .any(CaptureKind.IP_ROUTE, CaptureKind.ROUTE_N);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Routing routing = new Routing(host.kernel());
      Set<IPAddress> told = new HashSet<>();
      for (Claim claim : lab.claims().all()) {
        IPAddress address = claim.range().first();
        if (isAsked(host, claim) && told.size() < MOST_FINDINGS) {
          Answer answer = routing.lookup(Flow.to(address));
          if (isRefused(answer) && told.add(address)) {
            report(host, claim, answer, findings);
          }
        }
      }
    }
  }

  /** Where vCenter is, only a plan knows; the Supervisor asks it all the time. */
  private static boolean isAsked(HostView host, Claim claim) {
    // a gateway of a route need only be known to the table of that route
    return claim.use() == Use.VCENTER
        ? host.is(Role.SUPERVISOR)
        : claim.host().equals(host.name())
            && DESTINATIONS.contains(claim.use())
            && claim.said() == Said.CONFIGURED;
  }

  private static boolean isRefused(Answer answer) {
    return switch (answer.action()) {
      case NONE, UNREACHABLE, PROHIBIT, BLACKHOLE -> true;
      case UNICAST, LOCAL, BROADCAST, MULTICAST, UNKNOWN -> false;
    };
  }

  private static void report(HostView host, Claim claim, Answer answer, Findings findings) {
    IPAddress address = claim.range().first();
    Finding.Builder finding =
        findings
            .at(
                host,
                claim.span(),
                host.called()
                    + " has no way to "
                    + address
                    + ", the "
                    + claim.label()
                    + ": "
                    + outcome(answer))
            .label(outcome(answer))
            .help("add a route to " + address + ", or a default route")
            .subject(address)
            .confirm("ip route get " + address);
    answer.route().ifPresent(route -> finding.related(route.span(), "the route that answers"));
    if (answer.route().isEmpty()) {
      answer.rule().ifPresent(rule -> finding.related(rule.span(), "the rule that answers"));
    }
    finding.trace(RouteTrace.of(Flow.to(address), answer)).report();
  }

  /** As {@code ip route get} says it. */
  private static String outcome(Answer answer) {
    return switch (answer.action()) {
      case PROHIBIT -> "Permission denied";
      case BLACKHOLE -> "Invalid argument, for a blackhole takes it";
      case UNREACHABLE -> "No route to host";
      default -> "Network is unreachable";
    };
  }
}
