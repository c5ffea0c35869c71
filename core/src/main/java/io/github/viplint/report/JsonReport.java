package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import io.github.viplint.lint.TimelineEvent;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.space.Claim;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report for programs, format version 1. Its schema is the resource {@value #SCHEMA} beside
 * this class. Every field is always there; what is unknown is {@code null}, a list may be empty.
 */
public final class JsonReport implements ReportFormat {
  /** The JSON schema, draft 2020-12. */
  public static final String SCHEMA = "report-1.schema.json";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Json json = new Json(out);
    new Writing(report, json).all();
    json.end();
  }

  private record Writing(Report report, CaptureIndex index, Json json) {

    Writing(Report report, Json json) {
      this(report, new CaptureIndex(report), json);
    }

    void all() throws IOException {
      json.object(
          () -> {
            json.number("formatVersion", 1);
            json.object("tool", this::tool);
            json.array("captures", report.captures(), this::capture);
            json.array("findings", report.findings(), this::finding);
            json.object("run", this::run);
            json.array("labs", report.labs(), this::lab);
            json.array("rules", report.results(), this::rule);
            json.array("wanted", report.wanted(), this::wanted);
            json.array("timeline", report.timeline(), this::event);
            json.array("suppressed", report.suppressed(), this::suppressed);
            json.array("inputProblems", report.problems(), this::problem);
            json.array("ruleErrors", report.ruleErrors(), this::ruleError);
            json.array("sources", report.accounts(), this::source);
            json.object("summary", this::summary);
          });
    }

    private void tool() throws IOException {
      json.string("name", "viplint");
      json.string("version", report.version());
      json.number("rules", report.rules().size());
    }

    private void capture(CaptureSummary summary) throws IOException {
      json.object(() -> JsonInputs.captureFields(summary, json));
    }

    private void finding(Report.Entry entry) throws IOException {
      json.object(
          () -> {
            json.string("id", entry.id());
            fields(entry.finding(), entry.lab());
            json.strings("causedBy", entry.causedBy());
            json.array("fixes", entry.finding().fixes(), this::fix);
            json.string("fingerprint", entry.fingerprint());
          });
    }

    private void suppressed(Report.Suppressed one) throws IOException {
      Suppression by = one.by();
      json.object(
          () -> {
            fields(one.finding(), one.lab());
            json.string("fingerprint", one.fingerprint());
            json.object(
                "suppression",
                () -> {
                  json.string("kind", by.kind().id());
                  json.object("location", () -> location(by.span()));
                  json.string("reason", text(by.reason()));
                  json.string("until", by.until().map(Object::toString));
                });
          });
    }

    private void fields(Finding finding, String lab) throws IOException {
      json.string("rule", finding.rule().code());
      json.string("name", finding.rule().name());
      json.string("severity", finding.severity().id());
      json.string("confidence", finding.confidence().id());
      json.string("lab", lab);
      json.string("host", finding.host());
      json.string("message", finding.message());
      json.object("location", () -> location(finding.span()));
      json.string("label", text(finding.label()));
      json.string("help", text(finding.help()));
      json.strings("notes", finding.notes());
      json.array(
          "evidence",
          finding.evidence(),
          evidence ->
              json.object(
                  () -> {
                    json.object("location", () -> location(evidence.span()));
                    json.string("says", evidence.says().name().toLowerCase(Locale.ROOT));
                    json.string("message", evidence.message());
                  }));
      occurrences(finding);
      json.strings("confirm", finding.confirm());
      json.array(
          "related",
          finding.related(),
          related ->
              json.object(
                  () -> {
                    json.object("location", () -> location(related.span()));
                    json.string("message", related.message());
                  }));
      json.strings("subjects", finding.subjects());
    }

    private void occurrences(Finding finding) throws IOException {
      if (finding.occurrences().isEmpty()) {
        json.nothing("occurrences");
        return;
      }
      var seen = finding.occurrences().get();
      json.object(
          "occurrences",
          () -> {
            json.number("count", seen.count());
            json.string("first", seen.first().map(LogTime::text));
            json.string("last", seen.last().map(LogTime::text));
          });
    }

    private void fix(Fix fix) throws IOException {
      json.object(
          () -> {
            json.string("title", fix.title());
            json.string("safety", fix.safety().id());
            json.flag("proven", fix.proven());
            json.string("unproven", fix.unproven());
            json.array("edits", fix.edits(), this::edit);
            json.strings("commands", fix.commands());
            json.strings("elsewhere", fix.elsewhere());
          });
    }

    private void edit(TextEdit edit) throws IOException {
      json.object(
          () -> {
            place(edit.span().place());
            json.string("newText", edit.newText());
          });
    }

    private void location(Span span) throws IOException {
      Capture capture = span.capture();
      json.string("capture", index.of(capture).map(CaptureSummary::id));
      place(span.place());
      json.string("snippet", Snippet.of(span));
    }

    private void place(Place place) throws IOException {
      json.string("file", place.file());
      json.number("startLine", place.startLine());
      json.number("startColumn", place.startColumn());
      json.number("endLine", place.endLine());
      json.number("endColumn", place.endColumn());
    }

    private void run() throws IOException {
      json.string("haproxy", report.options().haproxyVersion().map(HaproxyVersion::toString));
      json.string("appliance", report.options().applianceVersion());
      json.string("config", report.options().configuration());
      json.flag("anonymized", report.anonymized());
    }

    private void lab(Report.LabSummary lab) throws IOException {
      json.object(
          () -> {
            json.string("name", lab.name());
            json.array(
                "hosts",
                lab.hosts(),
                host ->
                    json.object(
                        () -> {
                          json.string("name", host.name());
                          json.string("role", host.role().map(Role::id));
                          json.number("states", host.states());
                        }));
            json.array("plan", planned(lab), this::planned);
          });
    }

    private static List<Claim> planned(Report.LabSummary lab) {
      return lab.claims().get().all().stream()
          .filter(claim -> claim.said() == Claim.Said.PLANNED)
          .toList();
    }

    private void planned(Claim claim) throws IOException {
      json.object(
          () -> {
            json.string("range", claim.range().toString());
            json.string("use", claim.use().id());
            json.string("label", claim.label());
            json.object("location", () -> location(claim.span()));
          });
    }

    private void rule(Report.RuleResult result) throws IOException {
      json.object(
          () -> {
            json.string("rule", result.rule().code());
            json.string("lab", result.lab());
            json.string("host", result.host());
            json.string("result", result.outcome().name().toLowerCase(Locale.ROOT));
            json.string("reason", text(result.reason()));
          });
    }

    private void wanted(Report.Wanted wanted) throws IOException {
      json.object(
          () -> {
            json.string("lab", wanted.lab());
            json.string("role", wanted.role().map(Role::id));
            json.string("host", wanted.host());
            json.string("kind", wanted.kind().id());
            json.string("command", wanted.command());
            json.strings("enables", wanted.enables());
          });
    }

    private void event(TimelineEvent event) throws IOException {
      json.object(
          () -> {
            json.string("time", event.iso());
            json.object("location", () -> location(event.span()));
            json.string("message", event.message());
          });
    }

    private void problem(InputProblem problem) throws IOException {
      json.object(
          () -> {
            json.object(
                "location",
                () -> {
                  if (problem.place().isPresent()) {
                    place(problem.place().get());
                  } else {
                    json.string("file", problem.file());
                  }
                });
            json.string("message", problem.message());
          });
    }

    private void ruleError(Report.RuleError error) throws IOException {
      json.object(
          () -> {
            json.string("rule", error.rule().code());
            json.string("message", error.message());
          });
    }

    private void source(SourceAccount account) throws IOException {
      json.object(() -> JsonInputs.sourceFields(account, json));
    }

    private void summary() throws IOException {
      for (Severity severity : Severity.values()) {
        json.number(severity.id(), report.count(severity));
      }
      json.number("suppressed", report.suppressed().size());
      json.strings("rootCauses", report.roots().stream().map(Report.Entry::id).toList());
      Coverage lines = report.coverage();
      json.object("lines", () -> JsonInputs.coverageFields(lines, json));
    }

    private static Optional<String> text(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
  }
}
