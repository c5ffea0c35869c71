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
import io.github.viplint.rules.log.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules on failed connections share: one finding for each host that saw it, and address
 * and port or name.
 *
 * @param rule the code of the rule, whose signatures count
 * @param kind what it shows of the appliance that the address belongs to
 * @param verdict what to say behind "connection to A:P"
 */
record FailedConnections(String rule, Condition.Kind kind, String verdict) {
  static final Needs NEEDS =
      Needs.ofAnyHost()
          .anywhere(
              CaptureKind.KUBECTL,
              CaptureKind.WCPSVC_LOG,
              CaptureKind.WCP_CLUSTER,
              CaptureKind.CONNECTION_TRY);

  static final int DATA_PLANE_API_PORT = 5556;

  /** A connection that was made is no failure. */
  private static final String MADE = "connection-made";

  void report(LabView lab, Needs needs, Findings findings) {
    for (HostView host : lab.hosts(needs)) {
      List<LogHit> failures =
          host.hitsOfRule(rule).stream()
              .filter(hit -> !hit.sighting().signature().equals(MADE))
              .toList();
      Map<Target, List<LogHit>> byTarget = Repeats.by(failures, hit -> Optional.of(Target.of(hit)));
      // one entry may say the same in two ways
      byTarget.replaceAll((target, hits) -> Repeats.firstOfEachEntry(hits));
      byTarget.keySet().removeIf(Target::isItself);
      byTarget.forEach((target, hits) -> report(lab, host, target, hits, findings));
    }
  }

  private void report(
      LabView lab, HostView host, Target target, List<LogHit> hits, Findings findings) {
    LogHit first = hits.get(0);
    String fix = first.sighting().fix();
    Finding.Builder finding =
        findings
            .at(host, first.span(), message(target, first))
            .help(fix.isEmpty() ? ConnectionHelp.of(kind, target.endpoint()) : fix)
            .occurrences(Occurrences.of(hits));
    if (!target.text().isEmpty()) {
      finding
          .subject(target.text())
          .confirm("curl -kv --connect-timeout 5 https://" + target.text() + "/");
    }
    target.endpoint().ifPresent(endpoint -> judge(lab, endpoint, finding));
    finding.report();
  }

  private String message(Target target, LogHit hit) {
    return target.text().isEmpty()
        ? hit.sighting().meaning()
        : "the connection to " + target.text() + " " + verdict;
  }

  private void judge(LabView lab, Endpoint endpoint, Finding.Builder finding) {
    success(lab, endpoint)
        .ifPresent(
            span ->
                finding
                    .confidence(Confidence.MEDIUM)
                    .contradictedBy(span, "it succeeded there, before or after"));
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
  }

  /** Where captures show that a login at the address, or a connection to it, succeeded. */
  private static Optional<Span> success(LabView lab, Endpoint endpoint) {
    Optional<Span> made =
        lab.hosts().stream()
            .flatMap(host -> host.hits(MADE).stream())
            .filter(hit -> Target.of(hit).endpoint().filter(endpoint::equals).isPresent())
            .map(LogHit::span)
            .findFirst();
    return made.or(() -> login(lab, endpoint));
  }

  private static Optional<Span> login(LabView lab, Endpoint endpoint) {
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
}
