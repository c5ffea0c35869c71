package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.rules.haproxy.BackendVips;
import io.github.viplint.rules.log.Messages;
import io.github.viplint.rules.log.Successes;
import java.util.List;
import java.util.Optional;

/** VL606: a backend without a server. */
final class BackendDown implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL606",
          "backend-down",
          Severity.WARNING,
          "haproxy says that all servers of a backend are down");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).any(CaptureKind.JOURNAL, CaptureKind.HAPROXY_LOG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Successes<String> cameBack =
          Successes.in(host.hits("haproxy-server-up"), hit -> List.of(backend(hit)));
      List<LogHit> down =
          host.hits("haproxy-backend-down").stream()
              .filter(hit -> !cameBack.after(backend(hit), hit.entry()))
              .toList();
      new Messages(
              hit -> "all servers of backend " + backend(hit) + " are down",
              BackendDown::backend,
              (finding, hits) -> add(host, hits, finding))
          .report(host, down, findings);
    }
  }

  private static String backend(LogHit hit) {
    return hit.group("backend").orElse("");
  }

  private static void add(HostView host, List<LogHit> hits, Finding.Builder finding) {
    String backend = backend(hits.get(0));
    host.hits("haproxy-server-down").stream()
        .filter(hit -> backend(hit).equals(backend))
        .reduce((first, last) -> last)
        .ifPresent(hit -> finding.confirmedBy(hit.span(), reason(hit)));
    Optional<HaproxyCfg> cfg = host.fact(HaproxyCfg.class);
    if (cfg.isEmpty()) {
      finding.shows(Condition.everything(Condition.Kind.BACKEND_DOWN, host.name()));
    }
    cfg.ifPresent(
        file ->
            new BackendVips(file)
                .of(List.of(backend))
                .forEach(
                    vip ->
                        finding.shows(
                            Condition.of(Condition.Kind.BACKEND_DOWN, host.name(), vip))));
  }

  private static String reason(LogHit hit) {
    return "its server "
        + hit.group("server").orElse("")
        + hit.group("reason").map(reason -> ": " + reason).orElse("")
        + hit.group("info").map(info -> ", " + info).orElse("");
  }
}
