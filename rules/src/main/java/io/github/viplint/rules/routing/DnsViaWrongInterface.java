package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.twin.route.Agreement;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** VL401: packets to a management DNS or NTP server leave by another interface than they should. */
final class DnsViaWrongInterface implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL401",
        "dns-via-wrong-interface",
        Severity.ERROR,
        "packets to a management DNS or NTP server leave by another interface");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR)
        .any(CaptureKind.NETWORK_FILE, CaptureKind.RESOLV_CONF)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG)
        .all(CaptureKind.IP_RULE)
        .any(CaptureKind.IP_ROUTE, CaptureKind.ROUTE_N);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Routing routing = host.routing();
      Set<IPAddress> told = new HashSet<>();
      for (ManagementServer server : ManagementServer.of(host)) {
        wrongWay(host, routing, server)
            .filter(answer -> told.add(server.address()))
            .ifPresent(answer -> report(host, server, answer, findings));
      }
    }
  }

  /** The way that its packets take, where that is another than they should take. */
  static Optional<Answer> wrongWay(HostView host, Routing routing, ManagementServer server) {
    Answer answer = routing.lookup(Flow.to(server.address()));
    return answer.action() == Answer.Action.UNICAST
            && answer.device().isPresent()
            && !leavesRightly(host, server, answer)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /**
   * By the device that it is configured on, or by one that is connected to the server's network.
   */
  private static boolean leavesRightly(HostView host, ManagementServer server, Answer answer) {
    String device = answer.device().orElseThrow();
    return device.equals(server.device()) || connected(host, server).contains(device);
  }

  private static List<String> connected(HostView host, ManagementServer server) {
    return host.kernel().connectedTo(server.address()).stream().map(NetInterface::name).toList();
  }

  private static void report(
      HostView host, ManagementServer server, Answer answer, Findings findings) {
    IPAddress address = server.address();
    String wrong = answer.device().orElseThrow();
    Optional<PolicyRule> rule = answer.rule().filter(DnsViaWrongInterface::selects);
    Span place = rule.or(answer::rule).map(PolicyRule::span).orElse(server.span());
    if (rule.isEmpty() && answer.route().isPresent()) {
      place = answer.route().get().span();
    }
    RouteTrace trace = RouteTrace.of(Flow.to(address), answer);
    Finding.Builder finding =
        findings
            .at(host, place, message(server, wrong, rule, answer))
            .label(trace.taken())
            .trace(trace)
            .help(help(host, server, rule.isPresent(), wrong))
            .related(server.span(), server.what() + " of " + server.device())
            .subject(address)
            .subject(wrong)
            .shows(Condition.of(Condition.Kind.MISROUTED, host.name(), AddressRange.of(address)));
    boolean connected = connected(host, server).contains(server.device());
    if (connected) {
      finding.note(server.device() + " is connected to the network of " + address);
    }
    if (rule.isPresent() && host.is(Role.SUPERVISOR)) {
      finding.note(
          "Workload Management adds such a rule for each DNS server of the workload network; the"
              + " management network uses the same server");
    }
    finding.confidence(weigh(host, server, answer, connected, finding));
    finding.fix(fix(host, server, rule.isPresent(), wrong));
    finding.confirm("ip route get " + address).report();
  }

  /** A rule that fits every packet takes nothing in particular: its table decides. */
  private static boolean selects(PolicyRule rule) {
    return rule.not() || rule.to().isPresent() || rule.from().isPresent();
  }

  private static String message(
      ManagementServer server, String wrong, Optional<PolicyRule> rule, Answer answer) {
    return "%s %s leave by %s instead of %s: %s"
        .formatted(
            server.packets(),
            server.address(),
            wrong,
            server.device(),
            rule.map(taking -> "rule `" + taking.shown() + "` takes them")
                .orElse("table " + answer.table().orElse("main") + " sends them there"));
  }

  /**
   * What was captured of pings, and of what the kernel said itself, decides how sure it is that the
   * way is wrong.
   */
  private static Confidence weigh(
      HostView host,
      ManagementServer server,
      Answer answer,
      boolean connected,
      Finding.Builder finding) {
    String wrong = answer.device().orElseThrow();
    for (RouteAnswer said : host.answers(Flow.to(server.address()))) {
      if (Agreement.of(said, answer) == Agreement.DIFFERS) {
        finding.contradictedBy(
            said.span(), "the kernel said another way: rules or tables have changed since");
        return Confidence.LOW;
      }
      finding.confirmedBy(said.span(), "the kernel said so itself");
    }
    DevicePings pings = DevicePings.of(host);
    Optional<Ping> taken = pings.to(server.address(), wrong);
    pings
        .to(server.address(), server.device())
        .filter(Ping::answered)
        .ifPresent(ping -> finding.confirmedBy(ping.verdict(), evidence(ping)));
    if (taken.isPresent() && taken.get().answered()) {
      finding.contradictedBy(taken.get().verdict(), evidence(taken.get()));
      return Confidence.LOW;
    }
    taken.ifPresent(ping -> finding.confirmedBy(ping.verdict(), evidence(ping)));
    return taken.isPresent() || connected ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static String evidence(Ping ping) {
    return "ping " + DevicePings.outcome(ping);
  }

  private static String help(HostView host, ManagementServer server, boolean byRule, String wrong) {
    if (!byRule) {
      return "add a route to %s by %s".formatted(server.address(), server.device());
    }
    return host.is(Role.APPLIANCE)
        ? "take the network of %s out of /etc/vmware/workload-networks.cfg, or make the way by %s"
                .formatted(server.address(), wrong)
            + " work"
        : "give the workload network another DNS server, or make %s answer by %s"
            .formatted(server.address(), wrong);
  }

  private static Fix fix(HostView host, ManagementServer server, boolean byRule, String wrong) {
    if (!byRule || host.is(Role.APPLIANCE)) {
      return Fix.of(help(host, server, byRule, wrong), Fix.Safety.MANUAL, List.of(), List.of());
    }
    return Fix.of(
        "in vCenter, Workload Management, choose the Supervisor, Configure, Network: give the"
            + " workload network a DNS server other than "
            + server.address(),
        Fix.Safety.MANUAL,
        List.of(),
        List.of());
  }
}
