package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * What each input was taken for, for programs: {@code {"captures": […], "sources": […]}}, as in the
 * JSON report.
 */
public final class JsonInputs {
  private final Report report;

  public JsonInputs(Report report) {
    this.report = report;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.object(
        () -> {
          json.array(
              "captures",
              report.captures(),
              summary -> json.object(() -> captureFields(summary, json)));
          json.array(
              "sources",
              report.accounts(),
              account -> json.object(() -> sourceFields(account, json)));
        });
    json.end();
  }

  static void captureFields(CaptureSummary summary, Json json) throws IOException {
    Capture capture = summary.capture();
    Place place = capture.all().place();
    json.string("id", summary.id());
    json.string("origin", capture.source().file());
    json.number("startLine", place.startLine());
    json.number("endLine", LineRange.of(capture).last());
    json.string("kind", capture.kind().id());
    json.string("path", capture.path());
    json.string("host", summary.host());
    String sha256 = capture.source().sha256();
    if (!sha256.isEmpty()) {
      json.string("sha256", sha256);
    }
    json.string("lab", summary.lab());
    json.number("state", summary.state());
    json.string("fidelity", capture.fidelity().name().toLowerCase(Locale.ROOT));
    json.string("extent", capture.extent().name().toLowerCase(Locale.ROOT));
    json.object("lines", () -> coverageFields(summary.coverage(), json));
  }

  static void coverageFields(Coverage lines, Json json) throws IOException {
    json.number("total", lines.total());
    json.number("understood", lines.understood());
    json.number("scanned", lines.scanned());
    json.number("problems", lines.problems());
  }

  static void sourceFields(SourceAccount account, Json json) throws IOException {
    json.string("file", account.source().file());
    json.number("captures", account.captures().size());
    json.number("ignoredLines", account.ignored());
    json.array("strayLines", account.strays(), json::number);
  }
}
