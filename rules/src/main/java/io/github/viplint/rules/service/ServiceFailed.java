package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.UnitState;
import io.github.viplint.rules.log.LaterAnswers;
import java.util.List;
import java.util.Optional;

/** VL601: one of the appliance's services is failed. */
final class ServiceFailed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL601",
          "service-failed",
          Severity.ERROR,
          "anyip-routes, route-tables, haproxy or dataplaneapi is failed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.SYSTEMCTL_STATUS, CaptureKind.LIST_UNITS, CaptureKind.JOURNAL);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      for (ApplianceUnit unit : ApplianceUnit.ALL) {
        if (unit.failed(host)) {
          report(lab, host, unit, findings);
        }
      }
    }
  }

  private static void report(LabView lab, HostView host, ApplianceUnit unit, Findings findings) {
    List<LogHit> failures = unit.failures(host);
    Optional<UnitState> state = unit.state(host);
    Span where = state.map(UnitState::span).orElseGet(() -> failures.get(0).span());
    boolean startsAfterFailedRanges =
        unit == ApplianceUnit.HAPROXY && ApplianceUnit.ANYIP_ROUTES.failed(host);
    boolean open = !unit.canBeExplained(host) && !startsAfterFailedRanges;
    Finding.Builder finding =
        findings
            .at(
                host,
                where,
                unit.name() + ".service failed" + (open ? ", and nothing captured says why" : ""))
            .label(state.flatMap(UnitState::result).map(result -> "result: " + result).orElse(""))
            .subject(unit.name())
            .confirm("systemctl is-active " + unit.name())
            .shows(failure(host, unit));
    if (open) {
      finding.help("capture `" + String.join("` and `", unit.captures()) + "`");
    }
    if (startsAfterFailedRanges && !unit.canBeExplained(host)) {
      finding
          .confidence(Confidence.MEDIUM)
          .note(
              "neither its log nor haproxy.cfg was captured; the failed anyip-routes.service is reason enough");
    }
    Optional<Occurrences> seen = seen(failures, state);
    seen.ifPresent(finding::occurrences);
    if (unit == ApplianceUnit.HAPROXY) {
      LaterAnswers.after(lab, host, seen.flatMap(Occurrences::last))
          .ifPresent(answer -> LaterAnswers.weigh(answer, finding));
    }
    unit.reasons(host).stream()
        .findFirst()
        .ifPresent(hit -> finding.confirmedBy(hit.span(), "its log: " + reason(hit)));
    finding.report();
  }

  private static Optional<Occurrences> seen(List<LogHit> failures, Optional<UnitState> state) {
    return failures.isEmpty()
        ? state
            .flatMap(UnitState::since)
            .map(since -> new Occurrences(1, Optional.of(since), Optional.of(since)))
        : Optional.of(Occurrences.of(failures));
  }

  private static Condition failure(HostView host, ApplianceUnit unit) {
    return unit == ApplianceUnit.HAPROXY
        ? Condition.everything(Condition.Kind.HAPROXY_DOWN, host.name())
        : Condition.ofUnit(Condition.Kind.UNIT_FAILED, host.name(), unit.name());
  }

  private static String reason(LogHit hit) {
    return hit.group("error")
        .or(() -> hit.endpoint().map(endpoint -> "cannot bind " + endpoint))
        .orElse("the failure");
  }
}
