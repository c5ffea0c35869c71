package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.Writer;

/**
 * What changed from one report to another, for programs: {@code {"new": […], "gone": […], "still":
 * […]}}. Its schema is the resource {@value #SCHEMA} beside this class.
 */
public final class JsonChanges {
  /** The JSON schema, draft 2020-12. */
  public static final String SCHEMA = "diff-1.schema.json";

  private final Changes changes;

  public JsonChanges(Changes changes) {
    this.changes = changes;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.object(
        () -> {
          json.number("formatVersion", 1);
          json.array("new", changes.fresh(), entry -> finding(entry, json));
          json.array("gone", changes.gone(), entry -> finding(entry, json));
          json.array("still", changes.still(), entry -> finding(entry, json));
        });
    json.end();
  }

  private static void finding(Report.Entry entry, Json json) throws IOException {
    Finding finding = entry.finding();
    Place place = finding.span().place();
    json.object(
        () -> {
          json.string("id", entry.id());
          json.string("rule", finding.rule().code());
          json.string("name", finding.rule().name());
          json.string("severity", finding.severity().id());
          json.string("message", finding.message());
          json.string("file", place.file());
          json.number("startLine", place.startLine());
          json.number("startColumn", place.startColumn());
          json.string("fingerprint", entry.fingerprint());
        });
  }
}
