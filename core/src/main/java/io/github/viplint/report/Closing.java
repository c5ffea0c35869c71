package io.github.viplint.report;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import io.github.viplint.lint.Report.HostSummary;
import io.github.viplint.lint.Report.LabSummary;
import io.github.viplint.lint.Report.Wanted;
import io.github.viplint.report.Style.Paint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last lines of the report for people: what was looked at, what to capture next, and at the
 * very end the first cause and the first thing to do.
 */
final class Closing {
  private static final int MOST_NEXT = 3;
  private static final int MOST_CODES = 3;
  private static final int MOST_EARLIER = 4;

  private final Report report;
  private final Style style;

  Closing(Report report, Style style) {
    this.report = report;
    this.style = style;
  }

  List<String> rows() {
    List<String> rows = new ArrayList<>(lookedAt());
    rows.addAll(first());
    return rows;
  }

  /** What was looked at, and what to capture next. */
  List<String> lookedAt() {
    List<String> rows = new ArrayList<>();
    rows.add(new CoverageLine(report).text());
    SuppressedRow.summary(report).ifPresent(row -> rows.add(row + "."));
    rows.addAll(labs());
    rows.addAll(history());
    rows.addAll(unjoined());
    rows.addAll(next());
    return rows;
  }

  /** The first cause and the first thing to do; nothing where there is no cause. */
  List<String> first() {
    return report.firstCause().map(root -> first(root.finding())).orElse(List.of());
  }

  private List<String> labs() {
    List<String> names = report.labs().stream().map(LabSummary::name).map(Visible::line).toList();
    return names.size() < 2
        ? List.of()
        : List.of(names.size() + " labs, each judged alone: " + String.join(", ", names) + ".");
  }

  private List<String> history() {
    List<String> rows = new ArrayList<>();
    for (LabSummary lab : report.labs()) {
      for (HostSummary host : lab.hosts()) {
        if (host.states() > 1) {
          rows.add(
              Visible.line(host.name())
                  + " was captured "
                  + host.states()
                  + " times; the last state is judged. Earlier: "
                  + earlier(lab.name(), host)
                  + ".");
        }
      }
    }
    return rows;
  }

  /** The captures that a later one of the same kind replaced. */
  private String earlier(String lab, HostSummary host) {
    List<CaptureSummary> own =
        report.captures().stream()
            .filter(capture -> capture.lab().equals(lab))
            .filter(capture -> capture.host().filter(host.name()::equals).isPresent())
            .filter(capture -> !capture.capture().kind().events())
            .toList();
    Map<CaptureKind, Integer> last = new EnumMap<>(CaptureKind.class);
    own.forEach(capture -> last.merge(capture.capture().kind(), capture.state(), Math::max));
    List<String> earlier =
        own.stream()
            .filter(capture -> capture.state() < last.get(capture.capture().kind()))
            .map(
                capture ->
                    capture.capture().kind().id()
                        + " at "
                        + CaptureIndex.line(capture.capture().all()))
            .toList();
    return String.join(", ", earlier.subList(0, Math.min(MOST_EARLIER, earlier.size())))
        + (earlier.size() > MOST_EARLIER ? ", … (viplint inputs)" : "");
  }

  private List<String> unjoined() {
    long open =
        report.captures().stream()
            .filter(capture -> capture.host().isEmpty() && !capture.capture().kind().planned())
            .count();
    return open == 0
        ? List.of()
        : List.of(
            Count.of(open, "capture")
                + (open == 1 ? " belongs" : " belong")
                + " to no host for sure and no rule joined "
                + (open == 1 ? "it" : "them")
                + ": say --host NAME=GLOB.");
  }

  private List<String> next() {
    Set<String> said = new HashSet<>();
    List<String> rows = new ArrayList<>();
    for (Wanted wanted : report.wanted()) {
      String what = wanted.command() + "`" + where(wanted) + ofLab(wanted);
      String row =
          "Next: capture " + (isThereInPart(wanted) ? "all of `" : "`") + what + codes(wanted);
      if (rows.size() < MOST_NEXT && seen(wanted) && said.add(what)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Rules want it although it was captured: more of it, then. */
  private boolean isThereInPart(Wanted wanted) {
    return wanted.host().isPresent()
        && report.captures().stream()
            .anyMatch(
                capture ->
                    capture.capture().kind() == wanted.kind()
                        && capture.lab().equals(wanted.lab())
                        && capture.host().equals(wanted.host()));
  }

  /** Nobody captures the routes of a client before those of the machines that serve it. */
  private boolean seen(Wanted wanted) {
    boolean ofClient = wanted.kind().role().filter(Role.CLIENT::equals).isPresent();
    return report.labs().stream()
        .flatMap(lab -> lab.hosts().stream())
        .filter(host -> ofClient || host.role().filter(Role.CLIENT::equals).isEmpty())
        .anyMatch(
            host ->
                wanted.host().isPresent()
                    ? wanted.host().get().equals(host.name())
                    : wanted.role().isEmpty() || wanted.role().equals(host.role()));
  }

  private static String where(Wanted wanted) {
    return wanted
        .host()
        .map(name -> " on " + Visible.line(CaptureIndex.hostName(name)))
        .or(() -> wanted.role().map(role -> " on the " + role.id()))
        .orElse("");
  }

  private String ofLab(Wanted wanted) {
    return report.labs().size() < 2 ? "" : " of lab " + Visible.line(wanted.lab());
  }

  private static String codes(Wanted wanted) {
    List<String> codes = wanted.enables();
    return " ("
        + String.join(", ", codes.subList(0, Math.min(MOST_CODES, codes.size())))
        + (codes.size() > MOST_CODES ? ", …" : "")
        + ")";
  }

  private List<String> first(Finding cause) {
    List<String> rows = new ArrayList<>();
    rows.add(
        style.paint(Paint.BOLD, "Cause: ")
            + Visible.line(cause.message())
            + "  "
            + CaptureIndex.line(cause.span()));
    Optional<Fix> fix =
        cause.fixes().stream()
            .filter(Fix::proven)
            .findFirst()
            .or(() -> cause.fixes().stream().findFirst());
    String todo = fix.map(Closing::todo).orElse(cause.help());
    if (todo.isEmpty()) {
      todo = "read `viplint explain " + cause.rule().code() + "`";
    }
    rows.add(style.paint(Paint.BOLD, "First: ") + Visible.line(todo));
    return rows;
  }

  private static boolean isRemark(String command) {
    return command.startsWith("#");
  }

  private static String todo(Fix fix) {
    StringBuilder todo = new StringBuilder(fix.title());
    fix.edits().stream()
        .map(TextEdit::span)
        .findFirst()
        .flatMap(span -> span.capture().path())
        .filter(path -> !fix.title().contains(path.substring(path.lastIndexOf('/') + 1)))
        .ifPresent(path -> todo.append(" in ").append(path));
    List<String> commands = fix.commands().stream().filter(line -> !isRemark(line)).toList();
    if (!commands.isEmpty()) {
      todo.append(", then: ").append(String.join("; ", commands));
    }
    fix.commands().stream()
        .filter(Closing::isRemark)
        .forEach(remark -> todo.append(" (").append(remark.substring(1).strip()).append(")"));
    return todo.toString();
  }
}
