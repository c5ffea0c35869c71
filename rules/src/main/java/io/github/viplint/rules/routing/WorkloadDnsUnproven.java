package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
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
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VL408: nothing shows that a DNS server of the workload network answers by that network. */
final class WorkloadDnsUnproven implements Rule {
  private static final String MANAGEMENT = "eth0";
  private static final String WORKLOAD = "eth1";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL408",
        "workload-dns-unproven",
        Severity.INFO,
        "a DNS server of the workload network lies in the management network, and nothing shows that"
            + " it answers by workload");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.SUPERVISOR)
        .all(CaptureKind.IP_RULE)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG)
        .any(CaptureKind.IP_ROUTE, CaptureKind.ROUTE_N);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Routing routing = new Routing(host.kernel());
      servers(host).forEach((address, span) -> check(host, routing, address, span, findings));
    }
  }

  /** Those of the workload interface, and those that only a rule for one address tells. */
  private static Map<IPAddress, Span> servers(HostView host) {
    Map<IPAddress, Span> servers = new LinkedHashMap<>();
    for (NetworkSettings settings : host.facts(NetworkSettings.class)) {
      if (settings.device().filter(WORKLOAD::equals).isPresent()) {
        settings.nameServers().forEach(s -> servers.putIfAbsent(s.address(), s.span()));
      }
    }
    for (PolicyRule rule : host.kernel().rules().orElse(List.of())) {
      boolean host32 =
          !rule.not()
              && rule.from().isEmpty()
              && rule.to().filter(to -> to.prefixLength() == 32).isPresent();
      if (host32 && rule.action() instanceof PolicyRule.Lookup) {
        servers.putIfAbsent(rule.to().get().address(), rule.span());
      }
    }
    for (NetworkSettings settings : host.facts(NetworkSettings.class)) {
      // one that management uses too is another matter: VL401 and VL402
      if (settings.device().filter(WORKLOAD::equals).isEmpty()) {
        settings.nameServers().forEach(server -> servers.remove(server.address()));
      }
    }
    return servers;
  }

  private static void check(
      HostView host, Routing routing, IPAddress address, Span span, Findings findings) {
    Optional<Cidr> network = managementNetwork(host, address);
    Answer answer = routing.lookup(Flow.to(address));
    if (network.isEmpty()
        || host.kernel().hasAddress(address)
        || answer.action() != Answer.Action.UNICAST
        || answer.device().filter(WORKLOAD::equals).isEmpty()) {
      return;
    }
    DevicePings pings = DevicePings.of(host);
    List<Ping> into =
        pings.targets().stream()
            .filter(network.get()::contains)
            .flatMap(target -> pings.to(target, WORKLOAD).stream())
            .toList();
    if (into.stream().noneMatch(Ping::answered)) {
      report(host, address, span, network.get(), answer, into, findings);
    }
  }

  private static Optional<Cidr> managementNetwork(HostView host, IPAddress address) {
    return host.kernel().connectedTo(address).stream()
        .filter(device -> device.name().equals(MANAGEMENT))
        .flatMap(device -> device.addresses().stream())
        .map(NetInterface.Address::cidr)
        .filter(own -> own.contains(address))
        .findFirst();
  }

  private static void report(
      HostView host,
      IPAddress address,
      Span span,
      Cidr network,
      Answer answer,
      List<Ping> failed,
      Findings findings) {
    RouteTrace trace = RouteTrace.of(Flow.to(address), answer);
    Finding.Builder finding =
        findings
            .at(
                host,
                span,
                "workloads ask DNS server "
                    + address
                    + " by "
                    + WORKLOAD
                    + ", and "
                    + (failed.isEmpty()
                        ? "nothing captured shows that it answers there"
                        : "a ping by " + WORKLOAD + " into its network failed")
                    + ": the deployment completes, and lookups of CoreDNS fail later")
            .severity(failed.isEmpty() ? Severity.INFO : Severity.WARNING)
            .label(trace.taken())
            .trace(trace)
            .help(
                "add a route back to the workload network on the DNS server, or choose another"
                    + " server for workload")
            .note(address + " lies in " + network.network() + ", the network of " + MANAGEMENT)
            .subject(address)
            .fix(
                Fix.of(
                    "on the DNS server, add a route to the workload and egress networks",
                    Fix.Safety.MANUAL,
                    List.of(),
                    List.of()))
            .confirm("ping -c 1 -I " + WORKLOAD + " " + address);
    failed.stream()
        .limit(2)
        .forEach(
            ping ->
                finding.confirmedBy(
                    ping.verdict(), "ping to " + ping.target() + " " + DevicePings.outcome(ping)));
    finding.report();
  }
}
