package io.github.viplint.report;

import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.TimelineEvent;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.space.Claim;
import java.io.IOException;
import java.io.Writer;
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
    Writing.of(report, json).all();
    json.end();
  }

  private record Writing(Report report, JsonFinding findings, JsonPlace places, Json json) {

    static Writing of(Report report, Json json) {
      JsonPlace places = new JsonPlace(new CaptureIndex(report), json);
      return new Writing(report, new JsonFinding(places, json), places, json);
    }

    void all() throws IOException {
      json.object(
          () -> {
            json.number("formatVersion", 1);
            json.object("tool", this::tool);
            json.array("captures", report.captures(), this::capture);
            json.array("findings", report.findings(), findings::finding);
            json.object("run", this::run);
            json.array("labs", report.labs(), this::lab);
            json.array("rules", report.results(), this::rule);
            json.array("wanted", report.wanted(), this::wanted);
            json.array("timeline", report.timeline(), this::event);
            json.array("suppressed", report.suppressed(), findings::suppressed);
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
            json.array("addresses", lab.claims().get().all(), this::address);
          });
    }

    private void address(Claim claim) throws IOException {
      json.object(
          () -> {
            json.string("range", claim.range().toString());
            json.string("use", claim.use().id());
            json.string("said", claim.said().name().toLowerCase(Locale.ROOT));
            json.string("host", claim.host());
            json.string("label", claim.span().capture().source().masked(claim.label()));
            json.object("location", () -> places.bare(claim.span()));
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
            json.object("location", () -> places.location(event.span()));
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
                    places.place(problem.place().get());
                  } else {
                    json.string("file", problem.file());
                  }
                });
            json.string("message", problem.message());
            json.string("extent", problem.extent().name().toLowerCase(Locale.ROOT));
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
