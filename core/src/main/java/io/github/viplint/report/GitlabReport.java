package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * GitLab's Code Quality report: an array with description, check, severity, place and a fingerprint
 * that is unique in it.
 */
public final class GitlabReport implements ReportFormat {
  @Override
  public String id() {
    return "gitlab";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Json json = new Json(out);
    Map<String, Integer> seen = new HashMap<>();
    json.array(
        report.findings(),
        entry ->
            json.object(
                () -> {
                  Finding finding = entry.finding();
                  Place place = finding.span().place();
                  json.string("description", description(finding));
                  json.string("check_name", finding.rule().toString());
                  json.string("fingerprint", unique(entry.fingerprint(), seen));
                  json.string("severity", severity(finding.severity()));
                  json.object(
                      "location",
                      () -> {
                        json.string("path", path(place.file()));
                        json.object(
                            "lines",
                            () -> {
                              json.number("begin", place.startLine());
                              json.number("end", place.endLine());
                            });
                      });
                }));
    json.end();
  }

  private static String description(Finding finding) {
    return finding.help().isEmpty()
        ? finding.message()
        : finding.message() + ". To mend it: " + finding.help();
  }

  /** GitLab finds no file whose path begins with {@code ./}. */
  private static String path(String file) {
    return file.startsWith("./") ? file.substring(2) : file;
  }

  /** GitLab drops the second of two findings with one fingerprint. */
  private static String unique(String fingerprint, Map<String, Integer> seen) {
    int times = seen.merge(fingerprint, 1, Integer::sum);
    return times == 1 ? fingerprint : fingerprint + "-" + times;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
