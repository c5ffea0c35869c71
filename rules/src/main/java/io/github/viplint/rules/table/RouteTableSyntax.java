package io.github.viplint.rules.table;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
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
import io.github.viplint.rules.encoding.ByteOrderMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL301: a line of route-tables.cfg whose form the service does not take as it was meant. */
final class RouteTableSyntax implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL301",
        "route-table-syntax",
        Severity.ERROR,
        "a line of route-tables.cfg has a form that ends the service or loses its gateway");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class).ifPresent(file -> check(host, file, findings));
    }
  }

  private static void check(HostView host, RouteTables file, Findings findings) {
    Capture capture = file.capture();
    if (capture.isExact()) {
      carriageReturns(host, file, findings);
    }
    TableOutcomes outcomes = TableOutcomes.of(host);
    Set<String> oddIds = new HashSet<>();
    Set<String> named =
        file.entries().stream()
            .filter(line -> RouteTablesService.isWordCharacter(line.id()))
            .map(Entry::name)
            .collect(Collectors.toSet());
    for (Entry line : file.entries()) {
      if (line.id().startsWith(String.valueOf(Encoding.MARK))) {
        if (outcomes.ends(line)) {
          byteOrderMark(host, line, findings);
        }
        continue;
      }
      boolean explained = false;
      for (RouteTableFault fault :
          new RouteTableLine(line, outcomes.hasGateway(line), named.contains(line.name()))
              .faults()) {
        boolean ends = fault.severity() == Severity.ERROR;
        explained |= ends;
        // both lines of a table have its ID
        if (ends ? outcomes.ends(line) : oddIds.add(line.id() + fault.label())) {
          report(host, line, fault, findings);
        }
      }
      if (!explained && line.fields().size() >= 4 && !line.span().text().endsWith("\r")) {
        unexplained(host, line, outcomes).ifPresent(fault -> report(host, line, fault, findings));
      }
    }
  }

  /** What ends the service at a line whose form is right for the last release. */
  private static Optional<RouteTableFault> unexplained(
      HostView host, Entry line, TableOutcomes outcomes) {
    boolean odd = line.address().isEmpty();
    return switch (outcomes.reason(line)) {
      case NONE, NOT_UNDERSTOOD -> Optional.empty();
      case UNPARSABLE -> Optional.of(RouteTableLine.oddCidr(line));
      case TOO_FEW_FIELDS ->
          Optional.of(
              outcomes.needsGateways()
                  ? RouteTableLine.withoutGateway(line)
                  : RouteTableLine.refused(line, outcomes.message(line)));
      default ->
          isToldElsewhere(host, line, outcomes)
              ? Optional.empty()
              : Optional.of(
                  odd
                      ? RouteTableLine.oddCidr(line)
                      : RouteTableLine.refused(line, outcomes.message(line)));
    };
  }

  /** Whether the rule that has its own word for what the kernel refuses finds this line. */
  private static boolean isToldElsewhere(HostView host, Entry line, TableOutcomes outcomes) {
    if (!RouteTablesService.addsRoute(line)) {
      return false;
    }
    return switch (outcomes.reason(line)) {
      case BAD_ID -> RouteTableReservedId.isReserved(line);
      case UNKNOWN_DEVICE, SEVERAL_DEVICES -> RouteTableUnknownMac.isUnknown(host, line);
      case GATEWAY_NOT_ON_LINK -> RouteTableGateway.judges(line, outcomes);
      case SOURCE_NOT_LOCAL -> RouteTableCidrDiffers.differs(host, line, outcomes);
      case FILE_EXISTS ->
          RouteTableReservedId.isReserved(line)
              || outcomes.rival(line).filter(rival -> collide(rival, line, outcomes)).isPresent();
      default -> false;
    };
  }

  private static boolean collide(Entry one, Entry other, TableOutcomes outcomes) {
    return RouteTableIdConflict.collide(one, other)
        || one.name().equals(other.name())
            && outcomes.route(one).isPresent()
            && outcomes.route(one).equals(outcomes.route(other));
  }

  private static void report(HostView host, Entry line, RouteTableFault fault, Findings findings) {
    // a paste may have broken the line, or indented it
    boolean doubtful =
        !line.span().capture().isExact()
            && (line.fields().size() < 4 || Character.isWhitespace(line.span().text().charAt(0)));
    Finding.Builder finding =
        findings
            .at(host, fault.span(), fault.message())
            .severity(fault.severity())
            .confidence(doubtful ? Confidence.MEDIUM : Confidence.HIGH)
            .label(fault.label())
            .help(fault.help())
            .subject(line.span().shown().strip())
            .subject(fault.label())
            .confirm(RouteTablesService.CONFIRM);
    fault.fixes().forEach(finding::fix);
    if (fault.severity() == Severity.ERROR) {
      finding.predicts(RouteTablesService.rejection(host));
    }
    finding.report();
  }

  /** It makes a number no number, and a comment none. */
  private static void byteOrderMark(HostView host, Entry line, Findings findings) {
    findings
        .at(
            host,
            line.span(),
            "the file begins with a byte order mark: the service takes it for a part of its first"
                + " line and fails")
        .label("a byte order mark stands before it")
        .help(ByteOrderMark.HELP)
        .subject("byte order mark")
        .fix(ByteOrderMark.removed("/etc/vmware/route-tables.cfg", RouteTablesService.RESTART))
        .confirm(RouteTablesService.CONFIRM)
        .predicts(RouteTablesService.rejection(host))
        .report();
  }

  /** The script reads lines up to the LF: the CR belongs to the last field, and to blank lines. */
  private static void carriageReturns(HostView host, RouteTables file, Findings findings) {
    List<Span> affected =
        file.entries().stream().map(Entry::span).filter(s -> s.text().endsWith("\r")).toList();
    if (affected.isEmpty()) {
      return;
    }
    Capture capture = file.capture();
    String text = capture.text();
    List<TextEdit> edits = new ArrayList<>();
    for (int cr = text.indexOf("\r\n"); cr >= 0; cr = text.indexOf("\r\n", cr + 2)) {
      edits.add(new TextEdit(capture.span(cr, cr + 1), ""));
    }
    Span place =
        affected.stream().filter(s -> !s.text().isBlank()).findFirst().orElse(affected.get(0));
    findings
        .at(
            host,
            place,
            "the file has Windows line ends: the service takes the CR for a part of the last field"
                + " and fails")
        .label("a CR stands before the end of the line")
        .help("write the file with Unix line ends")
        .note("blank lines with a CR are not empty to it either, and end it too")
        .subject("CR")
        .fix(
            Fix.of(
                "delete the CR at the end of each line",
                Fix.Safety.SAFE,
                edits,
                RouteTablesService.RESTART))
        .confirm(RouteTablesService.CONFIRM)
        .predicts(RouteTablesService.rejection(host))
        .report();
  }
}
