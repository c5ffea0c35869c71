package io.github.viplint.report.earlier;

import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.BadReportException;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Related;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import io.github.viplint.model.LogTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings of a report. */
final class EarlierFindings {
  private static final LocalDateTime UNKNOWN = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String YEAR = "2000";

  private final Fields report;
  private final KnownRules rules;
  private final EarlierSources sources;

  /** What happened when, by what the timeline says of it. */
  private final Map<String, String> times = new HashMap<>();

  EarlierFindings(Fields report, KnownRules rules, EarlierSources sources)
      throws BadReportException {
    this.report = report;
    this.rules = rules;
    this.sources = sources;
    for (Fields event : report.objects("timeline")) {
      times.put(event(event), event.text("time"));
    }
  }

  private static String event(Fields told) throws BadReportException {
    Fields location = told.object("location");
    return location.text("file")
        + "\n"
        + location.number("startLine", 1)
        + "\n"
        + told.text("message");
  }

  List<Report.Entry> entries() throws BadReportException {
    List<Report.Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields finding : report.objects("findings")) {
      if (!ids.add(finding.text("id"))) {
        throw finding.missing("id", "text of its own");
      }
    }
    for (Fields finding : report.objects("findings")) {
      List<String> causes = finding.texts("causedBy");
      if (!ids.containsAll(causes)) {
        throw finding.missing("causedBy", "list of findings");
      }
      entries.add(
          new Report.Entry(
              finding.text("id"),
              finding.optional("lab").orElse(""),
              finding(finding),
              causes,
              finding.text("fingerprint")));
    }
    return entries;
  }

  List<Report.Suppressed> suppressed() throws BadReportException {
    List<Report.Suppressed> suppressed = new ArrayList<>();
    for (Fields finding : report.objects("suppressed")) {
      suppressed.add(
          new Report.Suppressed(
              finding.optional("lab").orElse(""),
              finding(finding),
              finding.text("fingerprint"),
              suppression(finding)));
    }
    return suppressed;
  }

  private Suppression suppression(Fields finding) throws BadReportException {
    Fields by = finding.object("suppression");
    Optional<LocalDate> until = Optional.empty();
    if (by.has("until")) {
      try {
        until = Optional.of(LocalDate.parse(by.text("until")));
      } catch (DateTimeParseException e) {
        throw by.missing("until", "date");
      }
    }
    return new Suppression(
        by.one("kind", Suppression.Kind.values(), Suppression.Kind::id),
        sources.span(by.object("location")),
        finding.text("rule"),
        Suppression.Scope.ALL,
        by.optional("reason").orElse(""),
        until,
        1);
  }

  private Finding finding(Fields finding) throws BadReportException {
    RuleInfo rule = rules.of(finding);
    List<Evidence> evidence = new ArrayList<>();
    for (Fields each : finding.objects("evidence")) {
      evidence.add(
          new Evidence(
              sources.span(each.object("location")),
              each.one("says", Evidence.Says.values(), EarlierSources::id),
              each.text("message")));
    }
    List<Related> related = new ArrayList<>();
    for (Fields each : finding.objects("related")) {
      related.add(new Related(sources.span(each.object("location")), each.text("message")));
    }
    List<Fix> fixes = new ArrayList<>();
    for (Fields each : finding.objects("fixes")) {
      fixes.add(fix(each));
    }
    return new Finding(
        rule,
        finding.optional("host").orElse(""),
        finding.one("severity", Severity.values(), Severity::id),
        finding.one("confidence", Confidence.values(), Confidence::id),
        finding.text("message"),
        sources.span(finding.object("location")),
        finding.optional("label").orElse(""),
        finding.optional("help").orElse(""),
        trace(finding),
        finding.texts("notes"),
        evidence,
        occurrences(finding),
        related,
        finding.texts("subjects"),
        fixes,
        finding.texts("confirm"),
        List.of(),
        List.of());
  }

  private static Optional<RouteTrace> trace(Fields finding) throws BadReportException {
    if (!finding.has("trace")) {
      return Optional.empty();
    }
    Fields trace = finding.object("trace");
    List<RouteTrace.Step> steps = new ArrayList<>();
    for (Fields step : trace.objects("steps")) {
      steps.add(new RouteTrace.Step(step.text("rule"), step.text("outcome")));
    }
    return Optional.of(new RouteTrace(trace.text("packet"), steps, trace.text("outcome")));
  }

  private Fix fix(Fields fix) throws BadReportException {
    List<TextEdit> edits = new ArrayList<>();
    for (Fields edit : fix.objects("edits")) {
      edits.add(new TextEdit(sources.span(edit), edit.text("newText")));
    }
    boolean proven = fix.flag("proven");
    return new Fix(
        fix.text("title"),
        fix.one("safety", Fix.Safety.values(), Fix.Safety::id),
        proven,
        proven ? Optional.empty() : fix.optional("unproven"),
        edits,
        fix.texts("commands"),
        fix.texts("elsewhere"),
        false);
  }

  private Optional<Occurrences> occurrences(Fields finding) throws BadReportException {
    if (!finding.has("occurrences")) {
      return Optional.empty();
    }
    Fields seen = finding.object("occurrences");
    String told = times.get(event(finding));
    Optional<LogTime> first = seen.optional("first").map(text -> time(text, told));
    Optional<LogTime> last = seen.optional("last").map(text -> time(text, null));
    return Optional.of(new Occurrences(seen.number("count", 1), first, last));
  }

  /** {@code told} is {@code 2021-08-04T14:05:26Z}, or {@code --08-04T14:05:26} of no known year. */
  private static LogTime time(String text, @Nullable String told) {
    if (told == null) {
      return new LogTime(text, UNKNOWN, false, Optional.empty());
    }
    boolean year = !told.startsWith("-");
    boolean zone = told.endsWith("Z");
    String local = (year ? told : YEAR + told.substring(1)).replace("Z", "");
    try {
      return new LogTime(
          text,
          LocalDateTime.parse(local),
          year,
          zone ? Optional.of(ZoneOffset.UTC) : Optional.empty());
    } catch (DateTimeParseException e) {
      return new LogTime(text, UNKNOWN, false, Optional.empty());
    }
  }
}
