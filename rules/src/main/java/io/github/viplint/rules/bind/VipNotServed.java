package io.github.viplint.rules.bind;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.rules.log.Repeats;
import io.github.viplint.space.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** VL205: a client was refused at a VIP that no frontend binds. */
final class VipNotServed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL205",
          "vip-not-served",
          Severity.WARNING,
          "a client or vCenter was refused at a VIP that no frontend binds");

  /** Where a Supervisor answers: kube-apiserver-lb-svc has these two ports. */
  private static final Set<Integer> SUPERVISOR_PORTS = Set.of(443, 6443);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .whole(CaptureKind.HAPROXY_CFG)
        .anywhere(CaptureKind.KUBECTL, CaptureKind.WCPSVC_LOG, CaptureKind.WCP_CLUSTER);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    List<LogHit> refusals =
        lab.hosts().stream().flatMap(host -> host.hits("connection-refused").stream()).toList();
    Map<Endpoint, List<LogHit>> byEndpoint = Repeats.byEndpoint(refusals);
    for (HostView host : lab.hosts(needs())) {
      host.fact(HaproxyCfg.class)
          .filter(cfg -> !cfg.excerpt())
          .ifPresent(
              cfg ->
                  byEndpoint.forEach(
                      (endpoint, hits) -> check(lab, host, cfg, endpoint, hits, findings)));
    }
  }

  private static void check(
      LabView lab,
      HostView host,
      HaproxyCfg cfg,
      Endpoint endpoint,
      List<LogHit> hits,
      Findings findings) {
    boolean ours = lab.applianceOf(endpoint.address()).filter(host::equals).isPresent();
    boolean inRange = lab.claims().serves(host.name(), endpoint.address());
    boolean likely =
        inRange || SUPERVISOR_PORTS.contains(endpoint.port()) && !isSomethingElse(lab, endpoint);
    if (!ours
        || !likely
        || cfg.binds().stream()
            .anyMatch(bind -> bind.covers(endpoint.address(), endpoint.port()))) {
      return;
    }
    Span file = cfg.capture().span(0, 0);
    findings
        .at(
            host,
            hits.get(0).span(),
            "no frontend of "
                + host.called()
                + " binds "
                + endpoint
                + ", so connections to it are refused")
        .severity(seenByClient(hits) ? Severity.ERROR : Severity.WARNING)
        .confidence(inRange ? Confidence.HIGH : Confidence.MEDIUM)
        .label("refused here")
        .note(
            cfg.binds().isEmpty()
                ? "haproxy.cfg has no frontend at all: the appliance was redeployed, or vCenter has not"
                    + " programmed it yet"
                : "vCenter has not programmed this VIP, or it belongs to another appliance")
        .help(
            "let vCenter program the appliance again: check the Data Plane API address and its CA"
                + " certificate in Workload Management, then restart the Workload Control Plane service")
        .subject(endpoint)
        .related(file, "no bind for " + endpoint + " in this haproxy.cfg")
        .occurrences(Occurrences.of(hits))
        .fix(
            Fix.of(
                "paste the appliance's ca.crt into vCenter (Supervisor, Configure, Network), then restart the"
                    + " Workload Control Plane service on vCenter",
                Fix.Safety.MANUAL,
                List.of(),
                List.of("cat /etc/haproxy/ca.crt", "vmon-cli --restart wcp")))
        .confirm("grep -n 'bind " + endpoint.address() + ":' /etc/haproxy/haproxy.cfg")
        .shows(Condition.of(Condition.Kind.NOT_SERVED, host.name(), endpoint))
        .report();
  }

  private static boolean seenByClient(List<LogHit> hits) {
    return hits.stream().anyMatch(hit -> hit.span().capture().kind() == CaptureKind.KUBECTL);
  }

  /**
   * Whether captures say that the address is a machine's own, so that no appliance is to serve it.
   */
  private static boolean isSomethingElse(LabView lab, Endpoint endpoint) {
    return lab.claims().holding(endpoint.address()).stream()
        .map(Claim::use)
        .anyMatch(
            use ->
                use == Claim.Use.INTERFACE_ADDRESS
                    || use == Claim.Use.BACKEND_SERVER
                    || use == Claim.Use.GATEWAY);
  }
}
