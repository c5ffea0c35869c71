package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Logins;
import io.github.viplint.model.Pings;
import io.github.viplint.model.Route;
import io.github.viplint.model.haproxy.Server;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL405: haproxy reaches a backend server through management. */
final class BackendViaManagement implements Rule {
  private static final String MANAGEMENT = "management";
  private static final int MOST_NAMED = 4;
  private static final int MOST_SUBJECTS = 50;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL405",
        "backend-via-management",
        Severity.INFO,
        "a backend server is reached through management: workload-networks.cfg lacks its network");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.HAPROXY_CFG)
        .any(CaptureKind.IP_ADDR, CaptureKind.IFCONFIG)
        .all(CaptureKind.IP_RULE, CaptureKind.IP_ROUTE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(HaproxyCfg.class)
          .filter(cfg -> !isServed(lab, cfg))
          .ifPresent(cfg -> check(lab, host, cfg, findings));
    }
  }

  /** Whether a login at one of its VIPs succeeded, so that its servers answer. */
  private static boolean isServed(LabView lab, HaproxyCfg cfg) {
    Set<String> vips =
        cfg.binds().stream()
            .flatMap(bind -> bind.address().stream())
            .map(IPAddress::toString)
            .collect(Collectors.toSet());
    return lab.hosts().stream()
        .flatMap(host -> host.facts(Logins.class).stream())
        .flatMap(logins -> logins.logins().stream())
        .filter(login -> login.outcome() == Logins.Outcome.SUCCEEDED)
        .anyMatch(login -> login.server().filter(vips::contains).isPresent());
  }

  private static void check(LabView lab, HostView host, HaproxyCfg cfg, Findings findings) {
    Routing routing = new Routing(host.kernel());
    Map<Optional<Route>, List<Server>> byRoute = new LinkedHashMap<>();
    Map<IPAddress, Answer> answers = new LinkedHashMap<>();
    cfg.sections().stream()
        .flatMap(section -> section.servers().stream())
        .forEach(
            server ->
                server
                    .address()
                    .ifPresent(
                        address -> {
                          Answer answer =
                              answers.computeIfAbsent(address, to -> routing.lookup(Flow.to(to)));
                          if (isByManagement(host, address, answer)) {
                            byRoute
                                .computeIfAbsent(answer.route(), key -> new ArrayList<>())
                                .add(server);
                          }
                        }));
    byRoute
        .values()
        .forEach(
            servers ->
                report(
                    host,
                    servers,
                    answers.get(servers.get(0).address().orElseThrow()),
                    BackendTrouble.of(lab, host, cfg, backends(servers)),
                    findings));
  }

  private static Set<String> backends(List<Server> servers) {
    return servers.stream().map(Server::proxy).collect(Collectors.toSet());
  }

  private static boolean isByManagement(HostView host, IPAddress address, Answer answer) {
    return answer.action() == Answer.Action.UNICAST
        && answer.device().filter(MANAGEMENT::equals).isPresent()
        && host.kernel().connectedTo(address).isEmpty()
        && host.facts(Pings.class).stream()
            .flatMap(pings -> pings.pings().stream())
            .noneMatch(ping -> ping.answered() && ping.target().equals(address));
  }

  private static void report(
      HostView host,
      List<Server> servers,
      Answer answer,
      Optional<BackendTrouble> trouble,
      Findings findings) {
    List<IPAddress> addresses =
        servers.stream().flatMap(server -> server.address().stream()).distinct().toList();
    String named =
        addresses.stream()
                .limit(MOST_NAMED)
                .map(IPAddress::toString)
                .collect(Collectors.joining(", "))
            + (addresses.size() > MOST_NAMED
                ? " and " + (addresses.size() - MOST_NAMED) + " more"
                : "");
    RouteTrace trace = RouteTrace.of(Flow.to(addresses.get(0)), answer);
    Finding.Builder finding =
        findings
            .at(
                host,
                servers.get(0).span(),
                "haproxy reaches "
                    + named
                    + " through management"
                    + trouble
                        .map(seen -> ", and " + seen.what())
                        .orElse(": it works as long as management may route there"))
            .severity(trouble.isPresent() ? Severity.WARNING : Severity.INFO)
            .label(trace.taken())
            .trace(trace)
            .help(
                "add the network of "
                    + addresses.get(0)
                    + " to /etc/vmware/workload-networks.cfg, so that its packets take the workload"
                    + " gateway")
            .fix(
                Fix.of(
                    "add the network to workload-networks.cfg",
                    Fix.Safety.MANUAL,
                    List.of(),
                    List.of(
                        "echo NETWORK/LENGTH >> /etc/vmware/workload-networks.cfg",
                        "systemctl restart route-tables")))
            .confirm("ip route get " + addresses.get(0));
    addresses.stream().limit(MOST_SUBJECTS).forEach(finding::subject);
    trouble.ifPresent(seen -> finding.confirmedBy(seen.hit().span(), seen.source()));
    finding.report();
  }
}
