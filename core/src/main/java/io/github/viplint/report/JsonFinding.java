package io.github.viplint.report;

import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Suppression;
import io.github.viplint.model.LogTime;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Findings in the JSON report. */
record JsonFinding(JsonPlace places, Json json) {

  void finding(Report.Entry entry) throws IOException {
    json.object(
        () -> {
          json.string("id", entry.id());
          fields(entry.finding(), entry.lab());
          json.strings("causedBy", entry.causedBy());
          json.array("fixes", entry.finding().fixes(), this::fix);
          json.string("fingerprint", entry.fingerprint());
        });
  }

  void suppressed(Report.Suppressed one) throws IOException {
    Suppression by = one.by();
    json.object(
        () -> {
          fields(one.finding(), one.lab());
          json.string("fingerprint", one.fingerprint());
          json.object(
              "suppression",
              () -> {
                json.string("kind", by.kind().id());
                json.object("location", () -> places.location(by.span()));
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
    json.object("location", () -> places.location(finding.span()));
    json.string("label", text(finding.label()));
    json.string("help", text(finding.help()));
    trace(finding);
    json.strings("notes", finding.notes());
    json.array(
        "evidence",
        finding.evidence(),
        evidence ->
            json.object(
                () -> {
                  json.object("location", () -> places.location(evidence.span()));
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
                  json.object("location", () -> places.location(related.span()));
                  json.string("message", related.message());
                }));
    json.strings("subjects", finding.subjects());
  }

  private void trace(Finding finding) throws IOException {
    if (finding.trace().isEmpty()) {
      json.nothing("trace");
      return;
    }
    RouteTrace trace = finding.trace().get();
    json.object(
        "trace",
        () -> {
          json.string("packet", trace.packet());
          json.array(
              "steps",
              trace.steps(),
              step ->
                  json.object(
                      () -> {
                        json.string("rule", step.rule());
                        json.string("outcome", step.outcome());
                      }));
          json.string("outcome", trace.outcome());
        });
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
          places.location(edit.span());
          json.string("newText", edit.newText());
        });
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
