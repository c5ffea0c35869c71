package io.github.viplint.rules.client;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.rules.log.Messages;
import io.github.viplint.rules.log.Target;
import java.util.List;
import java.util.Optional;

/** VL708: the Data Plane API refuses credentials, or anybody could guess them. */
final class DataplaneCredentials implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL708",
          "dataplane-credentials",
          Severity.ERROR,
          "the Data Plane API refuses user name or password");

  private static final String ANSWERED = "dataplane-answered";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return ClientLogs.OR_HAPROXY_CFG;
  }

  @Override
  public void check(LabView lab, Findings findings) {
    Optional<LogHit> answered =
        lab.hosts().stream().flatMap(host -> host.hits(ANSWERED).stream()).findFirst();
    Messages messages =
        new Messages(
            hit -> hit.sighting().meaning(),
            hit -> Target.of(hit).text(),
            (finding, hits) -> {
              answered.ifPresent(
                  hit ->
                      finding
                          .confidence(Confidence.MEDIUM)
                          .contradictedBy(hit.span(), "it answered somebody, before or after"));
              finding.confirm(
                  "curl -k -u USER:PASSWORD https://APPLIANCE:5556/v2/info (asks nothing to be changed)");
            });
    for (HostView host : lab.hosts(needs())) {
      List<LogHit> refused =
          host.hitsOfRule(INFO.code()).stream()
              .filter(hit -> !hit.sighting().signature().equals(ANSWERED))
              .toList();
      messages.report(host, refused, findings);
      DataplaneUsers.report(host, findings);
    }
  }
}
