package io.github.viplint.report;

import static io.github.viplint.report.Html.with;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.LabSummary;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * One page that holds all it needs: no script, no font, no picture from elsewhere, and a policy
 * that forbids the browser to fetch any. The causes with what they led to, the address space to
 * scale, and what was looked at.
 */
public final class HtmlReport implements ReportFormat {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  @Override
  public String id() {
    return "html";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Html html = new Html(out);
    html.element(
        "html",
        with("lang", "en"),
        () -> {
          html.element("head", () -> head(report, html));
          html.element("body", () -> new Page(report, new Links(report), html).write());
        });
    html.end();
  }

  private static void head(Report report, Html html) throws IOException {
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title(report));
    html.element("style", sheet());
  }

  private static String title(Report report) {
    return report
        .firstCause()
        .map(cause -> "viplint: " + cause.finding().message())
        .orElse("viplint: no cause found");
  }

  /** It has no character that HTML would have to escape. */
  private static String sheet() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Page(Report report, Links links, Html html) {

    void write() throws IOException {
      html.element("a", with("class", "skip", "href", "#causes"), "Skip to what is wrong");
      html.element("header", this::summary);
      html.element(
          "main",
          () -> {
            section("causes", "What is wrong", this::causes);
            section("addresses", "Address space", this::addresses);
            section("infos", "Worth knowing", this::infos);
            if (!Timeline.of(report).isEmpty()) {
              section("timeline", "Timeline", () -> new HtmlTimeline(html).write(report));
            }
            section("inputs", "What was looked at", this::inputs);
          });
      html.element(
          "footer",
          "viplint " + report.version() + ", " + Count.of(report.rules().size(), "rule") + ".");
    }

    private void section(String id, String heading, Html.Body body) throws IOException {
      String title = id + "-title";
      html.element(
          "section",
          with("id", id, "aria-labelledby", title),
          () -> {
            html.element("h2", with("id", title), heading);
            body.write();
          });
    }

    private void summary() throws IOException {
      html.element("h1", "viplint");
      html.element(
          "ul",
          with("class", "counts"),
          () -> {
            for (Severity severity : Severity.values()) {
              String count = Count.of(report.count(severity), severity.id());
              html.element("li", with("class", severity.id()), count);
            }
          });
      for (String row : new Closing(report, Style.PLAIN).first()) {
        int colon = row.indexOf(": ");
        html.element(
            "p",
            with("class", "first"),
            () -> {
              html.element("strong", row.substring(0, colon + 1));
              html.text(row.substring(colon + 1));
            });
      }
    }

    private void causes() throws IOException {
      Set<String> folded = links.folded();
      HtmlFinding block = new HtmlFinding(html, links, new CaptureIndex(report));
      boolean none = true;
      for (Report.Entry entry : report.findings()) {
        if (!folded.contains(entry.id()) && entry.finding().severity() != Severity.INFO) {
          block.write(entry);
          none = false;
        }
      }
      if (none) {
        html.element("p", new CoverageLine(report).text());
      }
    }

    private void addresses() throws IOException {
      boolean none = true;
      for (LabSummary lab : report.labs()) {
        AddressPicture picture = new AddressPicture(lab, report, html);
        if (!picture.isEmpty()) {
          if (report.labs().size() > 1) {
            html.element("h3", "Lab " + lab.name());
          }
          picture.write();
          none = false;
        }
      }
      if (none) {
        html.element("p", "No capture names a network, a VIP range or an address of a host.");
      }
    }

    private void infos() throws IOException {
      List<Finding> infos =
          report.findings().stream()
              .map(Report.Entry::finding)
              .filter(finding -> finding.severity() == Severity.INFO)
              .toList();
      if (infos.isEmpty()) {
        html.element("p", "Nothing else.");
        return;
      }
      html.element(
          "ul",
          () -> {
            for (Finding finding : infos) {
              html.element(
                  "li",
                  () -> {
                    html.element("code", finding.rule().code());
                    html.text(" " + finding.message() + " ");
                    html.element("code", CaptureIndex.line(finding.span()));
                  });
            }
          });
    }

    private void inputs() throws IOException {
      CaptureIndex index = new CaptureIndex(report);
      if (!report.captures().isEmpty()) {
        table(
            List.of("Capture", "From", "Lines", "Not understood"),
            report.captures().stream()
                .map(
                    one ->
                        List.of(
                            index.describe(one.capture()),
                            CaptureIndex.line(one.capture().all()),
                            Integer.toString(one.coverage().total()),
                            Integer.toString(one.coverage().problems())))
                .toList());
      }
      for (String row : new Closing(report, Style.PLAIN).lookedAt()) {
        html.element("p", row);
      }
      if (!report.suppressed().isEmpty()) {
        details(
            Count.of(report.suppressed().size(), "suppressed finding"),
            List.of("What", "Where", "By"),
            report.suppressed().stream()
                .map(SuppressedRow::new)
                .map(row -> List.of(row.what(), row.place(), row.why()))
                .toList());
      }
      if (!report.problems().isEmpty()) {
        details(
            Count.of(report.problems().size(), "input problem"),
            List.of("Where", "What"),
            report.problems().stream().map(Page::problem).toList());
      }
      details(
          "Rules that passed or were skipped",
          List.of("Rule", "Host", "Outcome", "Why"),
          report.results().stream()
              .filter(result -> result.outcome() != Outcome.FOUND)
              .map(Page::result)
              .toList());
    }

    private static List<String> problem(InputProblem problem) {
      return List.of(
          problem.place().map(Object::toString).orElse(problem.file()), problem.message());
    }

    private static List<String> result(RuleResult result) {
      return List.of(
          result.rule().toString(),
          result.host().orElse(""),
          result.outcome() == Outcome.PASSED ? "passed" : "skipped",
          result.reason());
    }

    private void details(String summary, List<String> head, List<List<String>> rows)
        throws IOException {
      html.element(
          "details",
          () -> {
            html.element("summary", summary);
            table(head, rows);
          });
    }

    private void table(List<String> head, List<List<String>> rows) throws IOException {
      html.element(
          "table",
          () -> {
            html.element(
                "thead",
                () ->
                    html.element(
                        "tr",
                        () -> {
                          for (String cell : head) {
                            html.element("th", with("scope", "col"), cell);
                          }
                        }));
            html.element(
                "tbody",
                () -> {
                  for (List<String> row : rows) {
                    html.element(
                        "tr",
                        () -> {
                          for (String cell : row) {
                            html.element("td", cell);
                          }
                        });
                  }
                });
          });
    }
  }
}
