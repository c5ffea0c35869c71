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
import io.github.viplint.model.AddressText;
import io.github.viplint.model.NetInterface;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** VL404: replies to the clients of a VIP leave by another interface than the requests came in. */
final class AsymmetricPath implements Rule {
  /** A client in a network that no host is connected to (RFC 5737). */
  private static final IPAddress CLIENT = AddressText.address("203.0.113.77").orElseThrow();

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL404",
        "asymmetric-path",
        Severity.WARNING,
        "replies to a VIP's clients leave by another interface than their requests came in");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG)
        .all(CaptureKind.IP_RULE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Routing routing = new Routing(host.kernel());
      Set<String> told = new HashSet<>();
      Map<String, Boolean> routers = new HashMap<>();
      lab.claims()
          .of(Use.VIP_RANGE)
          .filter(claim -> claim.host().equals(host.name()) && claim.range().first().isIPv4())
          .forEach(
              range ->
                  cameInBy(host, range)
                      .filter(
                          device ->
                              routers.computeIfAbsent(
                                  device.name(), name -> hasRouter(lab, device)))
                      .ifPresent(device -> check(host, routing, range, device, told, findings)));
    }
  }

  /** The interface that is connected to the range's network, where only one is. */
  private static Optional<NetInterface> cameInBy(HostView host, Claim range) {
    List<NetInterface> connected = host.kernel().connectedTo(range.range().first());
    return connected.size() == 1 ? Optional.of(connected.get(0)) : Optional.empty();
  }

  private static void check(
      HostView host,
      Routing routing,
      Claim range,
      NetInterface in,
      Set<String> told,
      Findings findings) {
    IPAddress vip = range.range().first();
    Flow reply = Flow.to(CLIENT).from(vip);
    Answer answer = routing.lookup(reply);
    boolean other =
        answer.action() == Answer.Action.UNICAST
            && answer.device().filter(device -> !device.equals(in.name())).isPresent();
    if (other && told.add(in.name() + " " + answer.device().get())) {
      boolean dropped =
          routing.lookup(Flow.to(vip).from(CLIENT).cameInBy(in.name())).action()
              == Answer.Action.BLACKHOLE;
      report(host, range, in, reply, answer, dropped, findings);
    }
  }

  /** Clients of other networks come in where a router is. */
  private static boolean hasRouter(LabView lab, NetInterface device) {
    return device.addresses().stream()
        .map(own -> own.cidr().range())
        .anyMatch(
            network ->
                lab.claims().overlapping(network).stream()
                    .anyMatch(claim -> claim.use() == Use.GATEWAY));
  }

  private static void report(
      HostView host,
      Claim range,
      NetInterface in,
      Flow reply,
      Answer answer,
      boolean dropped,
      Findings findings) {
    String out = answer.device().orElseThrow();
    Finding.Builder finding =
        findings
            .at(
                host,
                range.span(),
                "requests to "
                    + range.range()
                    + " come in by "
                    + in.name()
                    + " and replies to other networks leave by "
                    + out
                    + (dropped
                        ? ": with rp_filter=1 the kernel drops the requests"
                        : ": a firewall on the way sees half of each connection"))
            .severity(dropped ? Severity.ERROR : Severity.WARNING)
            .label("connected by " + in.name())
            .help(
                "add a rule `from "
                    + range.range()
                    + "` that leads to a table with the router of "
                    + in.name())
            .subject(in.name())
            .subject(out)
            .confirm("ip route get " + CLIENT + " from " + range.range().first());
    finding.trace(RouteTrace.of(reply, answer));
    answer.route().ifPresent(route -> finding.related(route.span(), "the route that they take"));
    finding.report();
  }
}
