package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
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
import io.github.viplint.rules.log.Successes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VL711: an operation of vCenter failed, or kubectl shows what came of it. */
final class SupervisorSyncError implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL711",
          "supervisor-sync-error",
          Severity.WARNING,
          "an operation of vCenter on a Supervisor failed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.ofAnyHost()
        .anywhere(CaptureKind.WCPSVC_LOG, CaptureKind.WCP_CLUSTER, CaptureKind.KUBECTL);
  }

  private static final int LONGEST = 160;

  @Override
  public void check(LabView lab, Findings findings) {
    List<HostView> supervisors = lab.hosts(Role.SUPERVISOR);
    for (HostView host : lab.hosts(needs())) {
      Successes<String> successes = VcenterOperation.successesOn(host);
      List<VcenterOperation> failed =
          VcenterOperation.failedOn(host, INFO.code()).stream()
              .filter(operation -> !operation.isToldByAnotherRule())
              .filter(operation -> !operation.endedWell(successes))
              .toList();
      Map<String, List<VcenterOperation>> same = new LinkedHashMap<>();
      failed.forEach(
          operation ->
              same.computeIfAbsent(operation.cause(), key -> new ArrayList<>()).add(operation));
      same.values().forEach(operations -> report(host, operations, supervisors, findings));
      ClusterHealth.report(
          host,
          host.hitsOfRule(INFO.code()).stream().filter(ClusterHealth::tells).toList(),
          supervisors,
          findings);
    }
  }

  private static void report(
      HostView host,
      List<VcenterOperation> operations,
      List<HostView> supervisors,
      Findings findings) {
    VcenterOperation operation = operations.get(0);
    LogHit cause = operation.first();
    Finding.Builder finding =
        findings
            .at(host, cause.span(), message(cause))
            .help(
                cause.sighting().fix().isEmpty()
                    ? "read the first error of this operation first; the others follow from it"
                    : cause.sighting().fix())
            .subject(operation.cause())
            .occurrences(Occurrences.of(operations.stream().map(VcenterOperation::first).toList()));
    operation.others().stream()
        .limit(3)
        .forEach(hit -> finding.related(hit.span(), "of the same operation"));
    if (supervisors.size() == 1) {
      finding.shows(Condition.everything(Condition.Kind.SYNC_FAILED, supervisors.get(0).name()));
    }
    finding.report();
  }

  private static String message(LogHit cause) {
    String text = cause.entry().message();
    return cause.sighting().signature().equals(VcenterOperation.ANY_ERROR)
        ? "an operation of vCenter failed: "
            + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
        : cause.sighting().meaning();
  }
}
