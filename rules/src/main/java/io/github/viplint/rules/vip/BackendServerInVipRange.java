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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      RangeChoices choices = new RangeChoices(lab, host);
      Shadowed shadowed = Shadowed.on(host);
      VipRangeContents.of(
              lab, host, server -> server.host().equals(host.name()), Use.BACKEND_SERVER)
          .forEach(range -> report(choices, shadowed, range, findings));
    }
  }

  private static void report(
      RangeChoices choices, Shadowed shadowed, VipRangeContents range, Findings findings) {
    HostView host = choices.host();
    if (findings.leavesOut(Severity.ERROR)) {
      return;
    }
    List<Claim> firsts = range.uses().stream().map(claims -> claims.get(0)).toList();
    List<IPAddress> servers =
        firsts.stream().limit(MOST_SUBJECTS).map(claim -> claim.range().first()).toList();
    boolean one = firsts.size() == 1;
    String named = named(servers, firsts.size());
    Finding.Builder finding =
        TakenRangePart.finding(
                findings,
                host,
                range,
                (one ? "server " : "servers ") + named + (one ? " lies" : " lie"),
                "haproxy connects to itself, and clients see the connection end at once")
            .label("holds " + named)
            .note("to the appliance every address of a range is its own: `ip route get` says local")
            .confirm("ip route get " + servers.get(0));
    servers.forEach(finding::subject);
    TakenRangePart.related(finding, firsts);
    TakenRangePart.fixes(finding, choices, range, servers);
    shadowed
        .vips(firsts)
        .forEach(
            vip -> finding.shows(Condition.of(Condition.Kind.SERVERS_SHADOWED, host.name(), vip)));
    finding.report();
  }

  /** Where clients meet servers: the sections that have them, and the ways to these. */
  private record Shadowed(Map<AddressRange, Set<String>> sections, Optional<BackendVips> ways) {
    static Shadowed on(HostView host) {
      Optional<HaproxyCfg> cfg = host.fact(HaproxyCfg.class);
      Map<AddressRange, Set<String>> sections = new HashMap<>();
      cfg.stream()
          .flatMap(file -> file.sections("backend", "listen"))
          .forEach(
              section ->
                  section.servers().stream()
                      .flatMap(server -> server.address().stream())
                      .forEach(
                          address ->
                              sections
                                  .computeIfAbsent(
                                      AddressRange.of(address), key -> new LinkedHashSet<>(2))
                                  .add(section.name())));
      return new Shadowed(sections, cfg.map(BackendVips::new));
    }

    List<Endpoint> vips(List<Claim> servers) {
      Set<String> names = new LinkedHashSet<>();
      servers.forEach(server -> names.addAll(sections.getOrDefault(server.range(), Set.of())));
      return ways.map(known -> known.of(names)).orElse(List.of());
    }
  }

  private static String named(List<IPAddress> servers, int all) {
    String named =
        servers.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
    int more = all - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
