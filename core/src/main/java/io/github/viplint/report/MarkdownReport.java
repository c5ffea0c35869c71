package io.github.viplint.report;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.TimelineEvent;
import io.github.viplint.report.Style.Paint;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Markdown, to be put into a ticket: the first cause and what to do, then each cause with its
 * excerpt, what it led to and its fixes, infos in a list, when it happened, and what was looked at.
 */
public final class MarkdownReport implements ReportFormat {
  private static final int MOST_FOLDED = 20;

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Links links = new Links(report);
    CaptureIndex captures = new CaptureIndex(report);
    Closing closing = new Closing(report, Style.PLAIN);
    out.write("# viplint\n\n");
    for (String row : closing.first()) {
      out.write(paragraph(row));
    }
    Set<String> folded = links.folded();
    List<Report.Entry> infos = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      if (folded.contains(entry.id())) {
        continue;
      }
      if (entry.finding().severity() == Severity.INFO) {
        infos.add(entry);
      } else {
        finding(entry, links, captures, out);
      }
    }
    infos(infos, out);
    timeline(Timeline.of(report), out);
    out.write("## What was looked at\n\n");
    if (!report.captures().isEmpty()) {
      captures(report, captures, out);
    }
    for (String row : closing.lookedAt()) {
      out.write(paragraph(row));
    }
    suppressed(report, out);
    out.flush();
  }

  private static void finding(Report.Entry entry, Links links, CaptureIndex captures, Writer out)
      throws IOException {
    Finding finding = entry.finding();
    out.write("## " + finding.severity().id() + ": " + Markdown.text(finding.message()) + "\n\n");
    out.write(
        Markdown.code(finding.rule().toString())
            + " at "
            + Markdown.code(finding.span().place().toString())
            + " ("
            + Markdown.text(captures.describe(finding.span().capture()))
            + ")\n\n");
    List<String> excerpt =
        new Excerpt(finding.span())
            .rows(Visible.line(finding.label()), Paint.of(finding.severity()), Style.PLAIN);
    out.write(Markdown.block("text", excerpt));
    ledTo(entry, links, out);
    facts(finding, out);
    for (Fix fix : finding.fixes()) {
      fix(fix, out);
    }
    if (finding.fixes().isEmpty() && !finding.help().isEmpty()) {
      out.write("**Help:** " + Markdown.text(finding.help()) + "\n\n");
    }
    if (!finding.confirm().isEmpty()) {
      out.write("Confirm with:\n\n" + Markdown.block("sh", shown(finding.confirm())));
    }
  }

  private static void ledTo(Report.Entry entry, Links links, Writer out) throws IOException {
    List<Report.Entry> symptoms = links.ledTo(entry);
    if (symptoms.isEmpty()) {
      return;
    }
    out.write("Led to:\n\n");
    for (Report.Entry symptom : symptoms.subList(0, Math.min(MOST_FOLDED, symptoms.size()))) {
      FoldedSymptom folded = FoldedSymptom.of(symptom.finding());
      String rest = folded.rest().isEmpty() ? "" : ", " + Markdown.text(folded.rest());
      out.write(
          "- " + Markdown.text(folded.what()) + " " + Markdown.code(folded.place()) + rest + "\n");
    }
    if (symptoms.size() > MOST_FOLDED) {
      out.write("- … and " + (symptoms.size() - MOST_FOLDED) + " more\n");
    }
    out.write("\n");
  }

  private static void facts(Finding finding, Writer out) throws IOException {
    List<String> facts = new ArrayList<>();
    finding
        .occurrences()
        .filter(seen -> seen.count() > 1)
        .ifPresent(seen -> facts.add("seen: " + Markdown.text(FoldedSymptom.times(seen))));
    for (Evidence evidence : finding.evidence()) {
      String says = evidence.says() == Evidence.Says.CONFIRMS ? "confirmed by: " : "against it: ";
      facts.add(says + at(evidence.message(), CaptureIndex.line(evidence.span())));
    }
    finding
        .related()
        .forEach(
            related ->
                facts.add("see also: " + at(related.message(), CaptureIndex.line(related.span()))));
    finding
        .trace()
        .ifPresent(trace -> trace.steps().forEach(step -> facts.add(Markdown.text(step.text()))));
    finding.notes().forEach(note -> facts.add(Markdown.text(note)));
    if (finding.confidence() != Confidence.HIGH) {
      facts.add("confidence: " + finding.confidence().id());
    }
    for (String fact : facts) {
      out.write("- " + fact + "\n");
    }
    out.write(facts.isEmpty() ? "" : "\n");
  }

  private static String at(String message, String place) {
    return Markdown.text(message) + " " + Markdown.code(place);
  }

  private static void fix(Fix fix, Writer out) throws IOException {
    String sureness =
        fix.safety().id()
            + (fix.proven() ? ", proven" : fix.edits().isEmpty() ? "" : ", not proven")
            + fix.unproven().map(why -> ": " + Markdown.text(why)).orElse("");
    out.write("**Fix** (" + sureness + "): " + Markdown.text(fix.title()) + "\n\n");
    if (fix.proven() && !fix.edits().isEmpty()) {
      List<String> rows = EditDiff.rows(fix.edits(), Style.PLAIN);
      out.write(Markdown.block("diff", rows.stream().map(String::stripLeading).toList()));
    }
    if (!fix.commands().isEmpty()) {
      out.write("Then:\n\n" + Markdown.block("sh", shown(fix.commands())));
    }
  }

  private static List<String> shown(List<String> commands) {
    return commands.stream().map(Visible::line).toList();
  }

  private static void infos(List<Report.Entry> infos, Writer out) throws IOException {
    if (infos.isEmpty()) {
      return;
    }
    out.write("## Worth knowing\n\n");
    for (Report.Entry entry : infos) {
      Finding finding = entry.finding();
      out.write(
          "- "
              + Markdown.code(finding.rule().code())
              + " "
              + at(finding.message(), CaptureIndex.line(finding.span()))
              + "\n");
    }
    out.write("\n");
  }

  private static void suppressed(Report report, Writer out) throws IOException {
    if (report.suppressed().isEmpty()) {
      return;
    }
    out.write("## Suppressed\n\n");
    for (Report.Suppressed one : report.suppressed()) {
      SuppressedRow row = new SuppressedRow(one);
      out.write("- " + at(row.what(), row.place()) + ", by " + Markdown.text(row.why()) + "\n");
    }
    out.write("\n");
  }

  private static void timeline(Timeline timeline, Writer out) throws IOException {
    if (timeline.isEmpty()) {
      return;
    }
    out.write("## Timeline\n\n");
    if (!timeline.unknown().isEmpty()) {
      out.write(Markdown.text(timeline.unknown()) + "\n\n");
    }
    for (TimelineEvent event : timeline.events()) {
      out.write(
          "- "
              + Markdown.code(event.iso())
              + " "
              + at(event.message(), CaptureIndex.line(event.span()))
              + "\n");
    }
    out.write(timeline.more() > 0 ? "- … and " + timeline.more() + " more\n\n" : "\n");
  }

  private static void captures(Report report, CaptureIndex index, Writer out) throws IOException {
    out.write("| capture | from | lines | not understood |\n|---|---|---:|---:|\n");
    for (Report.CaptureSummary summary : report.captures()) {
      String from =
          summary.capture().source().file() + ":" + summary.capture().all().place().startLine();
      out.write(
          "| "
              + Markdown.text(index.describe(summary.capture()))
              + " | "
              + Markdown.code(from).replace("|", "\\|")
              + " | "
              + summary.coverage().total()
              + " | "
              + summary.coverage().problems()
              + " |\n");
    }
    out.write("\n");
  }

  /** {@code Cause: …} with its first word in bold. */
  private static String paragraph(String row) {
    int colon = row.indexOf(": ");
    boolean lead = colon > 0 && row.lastIndexOf(' ', colon) < 0;
    return lead
        ? "**"
            + row.substring(0, colon + 1)
            + "** "
            + Markdown.text(row.substring(colon + 2))
            + "\n\n"
        : Markdown.text(row) + "\n\n";
  }
}
