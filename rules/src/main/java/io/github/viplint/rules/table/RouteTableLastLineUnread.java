package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import java.util.List;

/** VL315: the last line of route-tables.cfg has no newline, so that its routes are never added. */
final class RouteTableLastLineUnread implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL315",
        "route-table-last-line-unread",
        Severity.ERROR,
        "the last line of route-tables.cfg has no newline: it names a table and adds no route");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class)
          .filter(file -> file.capture().isWhole() && file.capture().isExact())
          .filter(file -> !file.entries().isEmpty())
          .map(file -> file.entries().get(file.entries().size() - 1))
          .filter(line -> !line.terminated() && !RouteTablesService.isTemplate(line))
          .filter(line -> !line.span().text().stripLeading().startsWith("#"))
          .ifPresent(line -> report(host, line, findings));
    }
  }

  private static void report(HostView host, Entry line, Findings findings) {
    Span behind = line.span().capture().span(line.span().end(), line.span().end());
    boolean gateway = line.hasGatewayField();
    findings
        .at(
            host,
            line.span(),
            "the last line has no newline behind it: the service never adds its "
                + (gateway ? "default route and its rule" : "route"))
        .label("the file ends here")
        .help("end the last line with a newline")
        .note("the table gets its name in rt_tables all the same, and the status is success")
        .subject(line.span().shown().strip())
        .fix(
            Fix.of(
                "add the newline",
                Fix.Safety.SAFE,
                List.of(new TextEdit(behind, "\n")),
                RouteTablesService.RESTART))
        .confirm("ip route show table all")
        .report();
  }
}
