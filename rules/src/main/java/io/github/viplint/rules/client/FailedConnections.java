package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Logins;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.rules.log.Repeats;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules on failed connections share: one finding for each host that saw it, address and
 * port.
 *
 * @param signature the log message
 * @param kind what it shows of the appliance that the address belongs to
 * @param verdict what to say behind "connection to A:P"
 */
record FailedConnections(String signature, Condition.Kind kind, String verdict) {
  static final Needs NEEDS =
      Needs.ofAnyHost().anywhere(CaptureKind.KUBECTL, CaptureKind.WCPSVC_LOG);

  private static final int DATA_PLANE_API_PORT = 5556;

  void report(LabView lab, Needs needs, Findings findings) {
    for (HostView host : lab.hosts(needs)) {
      Map<Endpoint, List<LogHit>> failures = Repeats.byEndpoint(host.hits(signature));
      // kubectl without a context tries the machine that it runs on
      failures.keySet().removeIf(endpoint -> endpoint.address().isLoopback());
      failures.forEach((endpoint, hits) -> report(lab, host, endpoint, hits, findings));
    }
  }

  private void report(
      LabView lab, HostView host, Endpoint endpoint, List<LogHit> hits, Findings findings) {
    Finding.Builder finding =
        findings
            .at(host, hits.get(0).span(), "the connection to " + endpoint + " " + verdict)
            .help(help(endpoint))
            .subject(endpoint)
            .occurrences(Occurrences.of(hits))
            .confirm("curl -kv --connect-timeout 5 https://" + endpoint + "/");
    success(lab, endpoint)
        .ifPresent(
            span ->
                finding
                    .confidence(Confidence.MEDIUM)
                    .contradictedBy(span, "a login there succeeded, before or after"));
    if (kind == Condition.Kind.CLIENT_REFUSED) {
      bind(lab, endpoint)
          .ifPresent(
              bind ->
                  finding
                      .confidence(Confidence.MEDIUM)
                      .contradictedBy(
                          bind.span(),
                          "haproxy.cfg as last captured binds it: this may have been before"));
    }
    lab.applianceOf(endpoint.address())
        .filter(appliance -> mayBeServed(lab, appliance, endpoint))
        .ifPresent(appliance -> finding.shows(Condition.of(kind, appliance.name(), endpoint)));
    finding.report();
  }

  /** Where captures show that a login at the address succeeded. */
  private static Optional<Span> success(LabView lab, Endpoint endpoint) {
    return lab.hosts().stream()
        .flatMap(host -> host.facts(Logins.class).stream())
        .flatMap(logins -> logins.logins().stream())
        .filter(login -> login.outcome() == Logins.Outcome.SUCCEEDED)
        .filter(login -> login.server().filter(endpoint.address().toString()::equals).isPresent())
        .map(Logins.Login::span)
        .findFirst();
  }

  private static Optional<Bind> bind(LabView lab, Endpoint endpoint) {
    return lab.hosts().stream()
        .flatMap(host -> host.fact(HaproxyCfg.class).stream())
        .flatMap(cfg -> cfg.binds().stream())
        .filter(bind -> !bind.wildcard() && bind.covers(endpoint.address(), endpoint.port()))
        .findFirst();
  }

  /** Whether the appliance is to serve the address, or its ranges were not captured. */
  private static boolean mayBeServed(LabView lab, HostView appliance, Endpoint endpoint) {
    return endpoint.port() != DATA_PLANE_API_PORT
        && (appliance.fact(AnyipRoutes.class).isEmpty()
            || lab.claims().serves(appliance.name(), endpoint.address()));
  }

  /**
   * Where to look, by what stands behind the port (Go's net package words the error, the kernel
   * finds it).
   */
  private String help(Endpoint endpoint) {
    if (endpoint.port() == DATA_PLANE_API_PORT) {
      return kind == Condition.Kind.CLIENT_REFUSED
          ? "on the appliance: `systemctl status dataplaneapi`, and compare the port in vCenter with it"
          : "check the management address of the appliance and the network between it and vCenter";
    }
    return kind == Condition.Kind.CLIENT_REFUSED
        ? "on the appliance: is haproxy running (`systemctl status haproxy`), and does a frontend bind "
            + endpoint
            + "?"
        : "on the appliance: is "
            + endpoint.address()
            + " in an active range (`ip route get "
            + endpoint.address()
            + "` must say local)? If so, look at VLANs and routes between the networks";
  }
}
