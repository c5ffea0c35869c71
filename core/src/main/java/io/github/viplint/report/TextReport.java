package io.github.viplint.report;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * The report for people: root causes with what they led to folded below, then what has no cause
 * among them, then infos; last what was looked at, and the first thing to do.
 */
public final class TextReport implements ReportFormat {
  @Override
  public String id() {
    return "text";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Links links = new Links(report);
    FindingBlock block = new FindingBlock(links, new CaptureIndex(report), style);
    Set<String> folded = style.verbose() ? Set.of() : links.folded();
    for (Report.Entry entry : report.findings()) {
      if (!folded.contains(entry.id())) {
        for (String row : block.rows(entry)) {
          line(out, row);
        }
        line(out, "");
      }
    }
    if (!style.quiet()) {
      if (style.verbose()) {
        ruleResults(report, out);
        suppressed(report, out);
      }
      timeline(report, out);
      for (String row : new Closing(report, style).rows()) {
        line(out, row);
      }
    }
    out.flush();
  }

  private static void timeline(Report report, Writer out) throws IOException {
    List<String> rows = TextTimeline.rows(report);
    for (String row : rows) {
      line(out, row);
    }
    if (!rows.isEmpty()) {
      line(out, "");
    }
  }

  private static void ruleResults(Report report, Writer out) throws IOException {
    boolean any = false;
    for (RuleResult result : report.results()) {
      if (result.outcome() != Outcome.FOUND) {
        String host = result.host().map(name -> " on " + Visible.line(name)).orElse("");
        String outcome = result.outcome() == Outcome.PASSED ? "passed:  " : "skipped: ";
        String reason = result.reason().isEmpty() ? "" : ": " + Visible.line(result.reason());
        line(out, outcome + result.rule() + host + reason);
        any = true;
      }
    }
    if (any) {
      line(out, "");
    }
  }

  private static void suppressed(Report report, Writer out) throws IOException {
    for (Report.Suppressed one : report.suppressed()) {
      SuppressedRow row = new SuppressedRow(one);
      line(out, "suppressed: " + Visible.line(row.what()) + "  " + row.place());
      line(out, "            by " + row.why());
    }
    if (!report.suppressed().isEmpty()) {
      line(out, "");
    }
  }

  private static void line(Writer out, String row) throws IOException {
    out.write(row);
    out.write('\n');
  }
}
