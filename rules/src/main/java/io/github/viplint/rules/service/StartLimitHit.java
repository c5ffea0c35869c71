package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
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
import io.github.viplint.model.LogTime;
import io.github.viplint.model.UnitState;
import io.github.viplint.rules.log.LaterAnswers;
import java.util.List;
import java.util.Optional;

/** VL602: systemd gave up starting a service. */
final class StartLimitHit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL602",
          "start-limit-hit",
          Severity.ERROR,
          "systemd gave up starting a service after several failed starts");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).any(CaptureKind.JOURNAL, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      for (ApplianceUnit unit : ApplianceUnit.ALL) {
        if (unit.state(host).map(UnitState::active).filter("active"::equals).isPresent()) {
          continue;
        }
        List<LogHit> limits = unit.lasting(host, "unit-start-limit");
        List<LogHit> refused = unit.lasting(host, "unit-reload-refused");
        if (!limits.isEmpty()) {
          Optional<LogHit> answer = laterAnswer(lab, host, unit, limits);
          String what = "systemd gave up starting " + unit.name() + ": ";
          Finding.Builder finding =
              finding(
                      findings,
                      host,
                      unit,
                      limits,
                      answer.isPresent()
                          ? what
                              + "it stayed down until someone started it, as may have happened since"
                          : what + "it stays down, whatever is mended, until someone starts it")
                  .label("too many failed starts in a row");
          confirm(refused, finding);
          answer.ifPresent(hit -> LaterAnswers.weigh(hit, finding));
          finding.report();
        } else if (!refused.isEmpty()) {
          finding(
                  findings,
                  host,
                  unit,
                  refused,
                  unit.name() + " does not run, and a reload, which is refused, does not start it")
              .report();
        }
      }
    }
  }

  /** A client's connection that haproxy may have accepted after it was given up. */
  private static Optional<LogHit> laterAnswer(
      LabView lab, HostView host, ApplianceUnit unit, List<LogHit> limits) {
    return unit == ApplianceUnit.HAPROXY
        ? LaterAnswers.after(lab, host, Occurrences.of(limits).last())
        : Optional.empty();
  }

  private static Finding.Builder finding(
      Findings findings, HostView host, ApplianceUnit unit, List<LogHit> hits, String message) {
    Finding.Builder finding =
        findings
            .at(host, hits.get(hits.size() - 1).span(), message)
            .help(
                "cure the cause first, then `systemctl reset-failed "
                    + unit.name()
                    + "` and `systemctl start "
                    + unit.name()
                    + "`")
            .subject(unit.name())
            .occurrences(Occurrences.of(hits))
            .fix(
                Fix.ofCommands(
                    "start " + unit.name() + " again once the cause is cured",
                    List.of(
                        "systemctl reset-failed " + unit.name(), "systemctl start " + unit.name())))
            .confirm("systemctl is-active " + unit.name())
            .shows(Condition.ofUnit(Condition.Kind.START_LIMIT_HIT, host.name(), unit.name()));
    if (unit == ApplianceUnit.HAPROXY) {
      finding.note(
          "the Data Plane API only reloads haproxy, and a reload does not start what is down");
    }
    return finding;
  }

  private static void confirm(List<LogHit> refused, Finding.Builder finding) {
    if (!refused.isEmpty()) {
      Occurrences times = Occurrences.of(refused);
      finding.confirmedBy(
          refused.get(0).span(),
          "reloads refused since: " + times.count() + between(times.first(), times.last()));
    }
  }

  private static String between(Optional<LogTime> first, Optional<LogTime> last) {
    return first
        .map(
            from ->
                ", " + from + last.filter(to -> !to.equals(from)).map(to -> " to " + to).orElse(""))
        .orElse("");
  }
}
