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
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.List;

/** VL604: route-tables of v0.1.9 or v0.1.10 stumbles over its own routes when it restarts. */
final class RouteTablesRestartBug implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL604",
        "route-tables-restart-bug",
        Severity.ERROR,
        "route-tables of v0.1.9 or v0.1.10 fails when it restarts, and tables are missing");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).any(CaptureKind.JOURNAL, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      List<LogHit> made = host.hits("route-tables-before-v020");
      List<LogHit> refused =
          host.hits("ip-route-error").stream()
              .filter(hit -> hit.group("error").filter("File exists"::equals).isPresent())
              .filter(
                  hit ->
                      made.stream()
                          .anyMatch(
                              line ->
                                  line.span().capture() == hit.span().capture()
                                      && line.span().start() < hit.span().start()
                                      && line.entry().program().equals(hit.entry().program())))
              .toList();
      if (!refused.isEmpty() && !isForetold(host)) {
        report(host, refused, made.get(0), findings);
      }
    }
  }

  /** Whether the file alone makes the service fail, at its first start too. */
  private static boolean isForetold(HostView host) {
    return host.boot().flatMap(Boot::routeTables).flatMap(RouteTablesBoot::rejected).isPresent();
  }

  private static void report(HostView host, List<LogHit> refused, LogHit made, Findings findings) {
    LogHit first = refused.get(0);
    Finding.Builder finding =
        findings
            .at(
                host,
                first.span(),
                "route-tables stumbles over its own routes when it restarts: the tables behind this"
                    + " line are missing")
            .label("left by the start before")
            .help("reboot; and deploy v0.2.0, which does not have this fault")
            .note(
                "v0.1.9 and v0.1.10 leave the network's route when they stop, and add it again when"
                    + " they start")
            .related(made.span(), "what releases before v0.2.0 write")
            .subject("route-tables")
            .occurrences(Occurrences.of(refused))
            .fix(Fix.ofCommands("reboot, for then all tables are empty", List.of("reboot")))
            .confirm("ip route show table all")
            .shows(
                Condition.ofUnit(Condition.Kind.ROUTE_TABLE_REJECTED, host.name(), "route-tables"));
    finding.report();
  }
}
