package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
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
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.twin.route.Routing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** VL402: management and workload use the same DNS server. */
final class DnsSharedByNetworks implements Rule {
  private static final String MANAGEMENT = "eth0";
  private static final String WORKLOAD = "eth1";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL402",
        "dns-shared-by-networks",
        Severity.WARNING,
        "management and workload use one DNS server: its rule takes management lookups with it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.SUPERVISOR).all(CaptureKind.NETWORK_FILE).orPlan(Planned.Item.NAME_SERVER);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Map<IPAddress, NetworkSettings.Server> management = servers(host, MANAGEMENT);
      servers(host, WORKLOAD)
          .forEach(
              (address, server) -> {
                if (management.containsKey(address) && !host.kernel().hasAddress(address)) {
                  report(host, management.get(address), server, findings);
                }
              });
    }
    if (lab.judgesPlan(needs())) {
      planned(lab, findings);
    }
  }

  /** In one plan; what a control plane VM was captured to have is said there. */
  private static void planned(LabView lab, Findings findings) {
    Set<IPAddress> told = new HashSet<>();
    lab.hosts(Role.SUPERVISOR).forEach(host -> told.addAll(servers(host, WORKLOAD).keySet()));
    for (Plan plan : lab.plans()) {
      for (Planned workload : servers(plan, Planned.Network.WORKLOAD)) {
        servers(plan, Planned.Network.MANAGEMENT).stream()
            .filter(management -> management.range().equals(workload.range()))
            .filter(management -> told.add(workload.range().first()))
            .findFirst()
            .ifPresent(management -> report(management, workload, findings));
      }
    }
  }

  private static List<Planned> servers(Plan plan, Planned.Network network) {
    return plan.entries().stream()
        .filter(one -> one.item() == Planned.Item.NAME_SERVER && one.network() == network)
        .toList();
  }

  private static void report(Planned management, Planned workload, Findings findings) {
    IPAddress address = workload.range().first();
    findings
        .atPlan(
            workload.span(),
            "management and workload are to use the same DNS server, "
                + address
                + ": the rule for the workload network will take management lookups with it")
        .label("the DNS server of management too")
        .help("plan a DNS server with an address of its own for the workload network")
        .note(
            "it works as long as the workload network reaches this server, and the server answers"
                + " there")
        .related(management.span(), "management uses it here")
        .subject(address)
        .report();
  }

  private static Map<IPAddress, NetworkSettings.Server> servers(HostView host, String device) {
    Map<IPAddress, NetworkSettings.Server> servers = new HashMap<>();
    host.facts(NetworkSettings.class).stream()
        .filter(settings -> settings.device().filter(device::equals).isPresent())
        .flatMap(settings -> settings.nameServers().stream())
        .forEach(server -> servers.putIfAbsent(server.address(), server));
    return servers;
  }

  private static void report(
      HostView host,
      NetworkSettings.Server management,
      NetworkSettings.Server workload,
      Findings findings) {
    IPAddress address = workload.address();
    boolean misrouted =
        DnsViaWrongInterface.wrongWay(
                host,
                new Routing(host.kernel()),
                new ManagementServer(address, MANAGEMENT, "DNS server", management.span()))
            .isPresent();
    Optional<Ping> failed =
        DevicePings.of(host).to(address, WORKLOAD).filter(ping -> !ping.answered());
    Finding.Builder finding =
        findings
            .at(
                host,
                workload.span(),
                "management and workload use the same DNS server, "
                    + address
                    + ": the rule for the workload network takes management lookups with it")
            .severity(misrouted || failed.isPresent() ? Severity.ERROR : Severity.WARNING)
            .label("the DNS server of management too")
            .help("give the workload network a DNS server with an address of its own")
            .note(
                "Workload Management adds a rule `to "
                    + address
                    + "` for each DNS server of the workload network, and it selects by address only")
            .related(management.span(), "management uses it here")
            .subject(address)
            .fix(
                Fix.of(
                    "in vCenter, Workload Management, choose the Supervisor, Configure, Network: give"
                        + " the workload network a DNS server other than "
                        + address,
                    Fix.Safety.MANUAL,
                    List.of(),
                    List.of()))
            .confirm("ip route get " + address)
            .shows(Condition.of(Condition.Kind.DNS_SHARED, host.name(), AddressRange.of(address)));
    failed.ifPresent(
        ping -> finding.confirmedBy(ping.verdict(), "ping " + DevicePings.outcome(ping)));
    finding.report();
  }
}
