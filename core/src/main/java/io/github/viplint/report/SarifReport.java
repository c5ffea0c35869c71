package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, for code scanning and editors. One run; what could not be read stands among its
 * notifications. Only proven fixes of files are offered: what was pasted is no file of the machine.
 */
public final class SarifReport implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Json json = new Json(out);
    new Writing(report, rules(report), new Links(report), json).all();
    json.end();
  }

  /** The rules that found something, in order of their codes. */
  private static List<Rule> rules(Report report) {
    List<String> found =
        Stream.concat(
                report.findings().stream().map(Report.Entry::finding),
                report.suppressed().stream().map(Report.Suppressed::finding))
            .map(finding -> finding.rule().code())
            .toList();
    return report.rules().stream().filter(rule -> found.contains(rule.info().code())).toList();
  }

  private record Writing(Report report, List<Rule> rules, Links links, Json json) {

    void all() throws IOException {
      json.object(
          () -> {
            json.string("$schema", SCHEMA);
            json.string("version", "2.1.0");
            json.array("runs", List.of(report), run -> json.object(this::run));
          });
    }

    private void run() throws IOException {
      json.object("tool", () -> json.object("driver", this::driver));
      json.array("invocations", List.of(report), invocation -> json.object(this::invocation));
      json.string("columnKind", "utf16CodeUnits");
      json.array(
          "results",
          Stream.<Object>concat(report.findings().stream(), report.suppressed().stream()).toList(),
          one ->
              json.object(
                  () -> {
                    if (one instanceof Report.Suppressed suppressed) {
                      suppressed(suppressed);
                    } else {
                      result((Report.Entry) one);
                    }
                  }));
    }

    private void driver() throws IOException {
      json.string("name", "viplint");
      json.string("version", report.version());
      json.array("rules", rules, rule -> json.object(() -> rule(rule)));
    }

    private void rule(Rule rule) throws IOException {
      RuleInfo info = rule.info();
      String page = rule.page();
      json.string("id", info.code());
      json.string("name", info.name());
      json.object("shortDescription", () -> json.string("text", info.summary()));
      json.object(
          "help",
          () -> {
            json.string("text", page);
            json.string("markdown", page);
          });
      json.object("defaultConfiguration", () -> json.string("level", level(info.severity())));
    }

    private void invocation() throws IOException {
      json.flag("executionSuccessful", !report.broken());
      json.array(
          "toolExecutionNotifications",
          report.problems(),
          problem -> json.object(() -> notification(problem)));
    }

    private void notification(InputProblem problem) throws IOException {
      json.string("level", "warning");
      json.object("message", () -> json.string("text", problem.message()));
      json.array(
          "locations",
          List.of(problem),
          one ->
              json.object(
                  () ->
                      json.object(
                          "physicalLocation",
                          () -> {
                            artifact(problem.file());
                            if (problem.place().isPresent()) {
                              json.object("region", () -> region(problem.place().get()));
                            }
                          })));
    }

    /** With its suppression, so that code scanning shows it as dismissed. */
    private void suppressed(Report.Suppressed one) throws IOException {
      result(new Report.Entry("", one.lab(), one.finding(), List.of(), one.fingerprint()));
      Suppression by = one.by();
      json.array(
          "suppressions",
          List.of(by),
          suppression ->
              json.object(
                  () -> {
                    boolean inline = by.kind() == Suppression.Kind.INLINE;
                    json.string("kind", inline ? "inSource" : "external");
                    json.string("status", "accepted");
                    if (!by.reason().isEmpty()) {
                      json.string("justification", by.reason());
                    }
                    json.object("location", () -> location(by.span()));
                  }));
    }

    private void result(Report.Entry entry) throws IOException {
      Finding finding = entry.finding();
      json.string("ruleId", finding.rule().code());
      json.number("ruleIndex", ruleIndex(finding));
      json.string("level", level(finding.severity()));
      json.object("message", () -> json.string("text", message(finding)));
      json.array("locations", List.of(finding), one -> json.object(() -> location(finding.span())));
      List<Aside> asides = asides(entry);
      if (!asides.isEmpty()) {
        json.array("relatedLocations", asides, aside -> json.object(() -> aside(aside)));
      }
      if (finding.occurrences().isPresent()) {
        json.number("occurrenceCount", finding.occurrences().get().count());
      }
      json.object("partialFingerprints", () -> json.string("viplint/v1", entry.fingerprint()));
      List<Fix> fixes = fixes(finding);
      if (!fixes.isEmpty()) {
        json.array("fixes", fixes, fix -> json.object(() -> fix(fix)));
      }
      json.object(
          "properties",
          () -> {
            json.string("confidence", finding.confidence().id());
            json.string("lab", entry.lab());
            json.string("host", finding.host());
            json.strings("causedBy", fingerprints(entry));
          });
    }

    private int ruleIndex(Finding finding) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).info().equals(finding.rule())) {
          return i;
        }
      }
      return -1;
    }

    private List<String> fingerprints(Report.Entry entry) {
      return links.causes(entry).stream().map(Report.Entry::fingerprint).toList();
    }

    private static String message(Finding finding) {
      return finding.help().isEmpty()
          ? finding.message()
          : finding.message() + ". To mend it: " + finding.help();
    }

    private List<Aside> asides(Report.Entry entry) {
      List<Aside> asides = new ArrayList<>();
      for (Report.Entry cause : links.causes(entry)) {
        asides.add(new Aside(cause.finding().span(), "caused by: " + cause.finding().message()));
      }
      for (Evidence evidence : entry.finding().evidence()) {
        String says = evidence.says() == Evidence.Says.CONFIRMS ? "confirmed by: " : "against it: ";
        asides.add(new Aside(evidence.span(), says + evidence.message()));
      }
      entry
          .finding()
          .related()
          .forEach(related -> asides.add(new Aside(related.span(), related.message())));
      return asides;
    }

    private void aside(Aside aside) throws IOException {
      location(aside.span());
      json.object("message", () -> json.string("text", aside.message()));
    }

    private void location(Span span) throws IOException {
      json.object(
          "physicalLocation",
          () -> {
            artifact(span.place().file());
            json.object(
                "region",
                () -> {
                  region(span.place());
                  json.object("snippet", () -> json.string("text", Snippet.of(span).text()));
                });
          });
    }

    private void artifact(String file) throws IOException {
      json.object("artifactLocation", () -> json.string("uri", FileUri.of(file)));
    }

    private void region(Place place) throws IOException {
      json.number("startLine", place.startLine());
      json.number("startColumn", place.startColumn());
      json.number("endLine", place.endLine());
      json.number("endColumn", place.endColumn());
    }

    private static List<Fix> fixes(Finding finding) {
      return finding.fixes().stream()
          .filter(Fix::proven)
          .filter(fix -> !fix.edits().isEmpty())
          .filter(
              fix ->
                  fix.edits().stream()
                      .map(TextEdit::span)
                      .map(Span::capture)
                      .allMatch(Capture::isExact))
          .toList();
    }

    private void fix(Fix fix) throws IOException {
      Map<String, List<TextEdit>> byFile =
          fix.edits().stream()
              .collect(
                  Collectors.groupingBy(
                      edit -> edit.span().place().file(), LinkedHashMap::new, Collectors.toList()));
      json.object("description", () -> json.string("text", fix.title()));
      json.array(
          "artifactChanges",
          List.copyOf(byFile.entrySet()),
          change ->
              json.object(
                  () -> {
                    artifact(change.getKey());
                    json.array("replacements", change.getValue(), this::replacement);
                  }));
    }

    private void replacement(TextEdit edit) throws IOException {
      json.object(
          () -> {
            json.object("deletedRegion", () -> region(edit.span().place()));
            json.object("insertedContent", () -> json.string("text", edit.newText()));
          });
    }
  }

  /** Another place that has to do with a finding. */
  private record Aside(Span span, String message) {}

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
