package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.rules.haproxy.BackendVips;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.List;
import java.util.stream.Collectors;

/** VL108: servers of haproxy.cfg lie in a VIP range, so haproxy connects to itself. */
final class BackendServerInVipRange implements Rule {
  private static final int MOST_NAMED = 4;
  private static final int MOST_SUBJECTS = 50;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL108",
        "backend-server-in-vip-range",
        Severity.ERROR,
        "a server of haproxy.cfg lies in a VIP range: haproxy connects to itself");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE)
        .all(CaptureKind.HAPROXY_CFG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      VipRangeContents.of(
              lab, host, server -> server.host().equals(host.name()), Use.BACKEND_SERVER)
          .forEach(range -> report(host, range, findings));
    }
  }

  private static void report(HostView host, VipRangeContents range, Findings findings) {
    List<IPAddress> servers = range.uses().keySet().stream().map(AddressRange::first).toList();
    boolean one = servers.size() == 1;
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range.range(),
                (one ? "server " : "servers ") + named(servers) + (one ? " lies" : " lie"),
                "haproxy connects to itself, and clients see the connection end at once")
            .label("holds " + named(servers))
            .note("to the appliance every address of a range is its own: `ip route get` says local")
            .confirm("ip route get " + servers.get(0));
    servers.stream().limit(MOST_SUBJECTS).forEach(finding::subject);
    List<Claim> firsts = range.uses().values().stream().map(claims -> claims.get(0)).toList();
    TakenRangePart.related(finding, firsts);
    TakenRangePart.fixes(finding, range, servers);
    host.fact(HaproxyCfg.class)
        .ifPresent(
            cfg ->
                vips(cfg, servers)
                    .forEach(
                        vip ->
                            finding.shows(
                                Condition.of(Condition.Kind.SERVERS_SHADOWED, host.name(), vip))));
    finding.report();
  }

  /** Where clients meet one of these servers. */
  private static List<Endpoint> vips(HaproxyCfg cfg, List<IPAddress> servers) {
    return cfg.sections("backend", "listen")
        .filter(
            section ->
                section.servers().stream()
                    .anyMatch(server -> server.address().filter(servers::contains).isPresent()))
        .flatMap(section -> BackendVips.of(cfg, section.name()).stream())
        .distinct()
        .toList();
  }

  private static String named(List<IPAddress> servers) {
    String named =
        servers.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
    int more = servers.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
