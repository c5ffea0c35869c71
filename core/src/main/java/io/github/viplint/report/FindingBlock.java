package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.report.Style.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One finding in full, what it led to folded below it. */
final class FindingBlock {
  private static final int MOST_FOLDED = 12;
  private static final int MOST_EVIDENCE = 4;
  private static final int WIDEST_FOLDED = 72;
  private static final int LONGEST_COMMANDS = 110;

  private final Links links;
  private final CaptureIndex captures;
  private final Style style;
  private final List<String> rows = new ArrayList<>();

  FindingBlock(Links links, CaptureIndex captures, Style style) {
    this.links = links;
    this.captures = captures;
    this.style = style;
  }

  /** The rows of the finding, without the blank one that parts it from the next. */
  List<String> rows(Report.Entry entry) {
    rows.clear();
    Finding finding = entry.finding();
    Paint paint = Paint.of(finding.severity());
    Excerpt excerpt = new Excerpt(finding.span());
    headline(finding, paint);
    place(finding, excerpt);
    rows.addAll(excerpt.rows(Visible.line(finding.label()), paint, style));
    facts(entry, excerpt);
    cures(finding);
    return List.copyOf(rows);
  }

  private void headline(Finding finding, Paint paint) {
    String head = finding.severity().id() + "[" + finding.rule() + "]";
    rows.add(
        style.paint(paint, head) + style.paint(Paint.BOLD, ": " + Visible.line(finding.message())));
  }

  private void place(Finding finding, Excerpt excerpt) {
    Place place = finding.span().place();
    rows.add(
        " ".repeat(excerpt.gutter())
            + style.paint(Paint.BLUE, "-->")
            + " "
            + Visible.line(place.toString())
            + "  ("
            + captures.describe(finding.span().capture())
            + ")");
  }

  private void facts(Report.Entry entry, Excerpt excerpt) {
    Finding finding = entry.finding();
    List<String> facts = new ArrayList<>();
    finding
        .occurrences()
        .filter(seen -> seen.count() > 1)
        .ifPresent(seen -> facts.add("seen: " + FoldedSymptom.times(seen)));
    facts.addAll(causes(entry));
    facts.addAll(ledTo(entry));
    evidence(finding, Evidence.Says.CONFIRMS, "confirmed by: ", facts);
    evidence(finding, Evidence.Says.CONTRADICTS, "against it: ", facts);
    finding.related().stream()
        .limit(MOST_EVIDENCE)
        .forEach(
            related ->
                facts.add(
                    "see also: "
                        + Visible.line(related.message())
                        + "  "
                        + CaptureIndex.line(related.span())));
    finding
        .trace()
        .ifPresent(
            trace ->
                trace.steps().forEach(step -> facts.add("note: " + Visible.line(step.text()))));
    finding.notes().forEach(note -> facts.add("note: " + Visible.line(note)));
    if (finding.confidence() != Confidence.HIGH) {
      facts.add("confidence: " + finding.confidence().id());
    }
    if (facts.isEmpty()) {
      return;
    }
    rows.add(excerpt.bar("", style));
    String lead = " ".repeat(excerpt.gutter() + 1);
    for (String fact : facts) {
      boolean goesOn = fact.startsWith(" ");
      rows.add(lead + (goesOn ? "  " : style.paint(Paint.BLUE, "= ")) + fact);
    }
  }

  /** Only where a symptom is shown in full; below its cause it needs none. */
  private List<String> causes(Report.Entry entry) {
    return links.causes(entry).stream()
        .map(Report.Entry::finding)
        .map(
            cause ->
                "caused by: "
                    + Visible.line(cause.message())
                    + "  "
                    + CaptureIndex.line(cause.span()))
        .toList();
  }

  private List<String> ledTo(Report.Entry entry) {
    List<FoldedSymptom> folded =
        links.ledTo(entry).stream().map(symptom -> FoldedSymptom.of(symptom.finding())).toList();
    int shown = style.verbose() ? folded.size() : Math.min(folded.size(), MOST_FOLDED);
    int width =
        folded.stream()
            .limit(shown)
            .mapToInt(symptom -> Columns.of(symptom.what()))
            .filter(columns -> columns <= WIDEST_FOLDED)
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    for (FoldedSymptom symptom : folded.subList(0, shown)) {
      String lead = lines.isEmpty() ? "led to: " : "        ";
      lines.add(lead + symptom.row(width));
    }
    if (shown < folded.size()) {
      lines.add("        … and " + (folded.size() - shown) + " more (-v shows all)");
    }
    return lines;
  }

  private static void evidence(
      Finding finding, Evidence.Says says, String lead, List<String> facts) {
    List<Evidence> evidence =
        finding.evidence().stream().filter(piece -> piece.says() == says).toList();
    evidence.stream()
        .limit(MOST_EVIDENCE)
        .forEach(
            piece -> facts.add(lead + said(lead, piece) + "  " + CaptureIndex.line(piece.span())));
    if (evidence.size() > MOST_EVIDENCE) {
      facts.add(lead + "… and " + (evidence.size() - MOST_EVIDENCE) + " more");
    }
  }

  /** The message without the words that already lead the line. */
  private static String said(String lead, Evidence piece) {
    String words = lead.replace(":", "");
    String message = Visible.line(piece.message());
    return message.startsWith(words) ? message.substring(words.length()) : message;
  }

  private void cures(Finding finding) {
    List<Fix> fixes = finding.fixes();
    Optional<Fix> first = fixes.stream().findFirst();
    boolean titleIsHelp =
        finding.help().isEmpty() || first.filter(f -> f.title().equals(finding.help())).isPresent();
    if (!finding.help().isEmpty() && !titleIsHelp || first.isEmpty() && !finding.help().isEmpty()) {
      row("help: ", Visible.line(finding.help()));
    }
    for (int i = 0; i < fixes.size(); i++) {
      String lead = i > 0 ? "or: " : titleIsHelp ? "help: " : "fix: ";
      cure(fixes.get(i), lead);
    }
    if (!finding.confirm().isEmpty()) {
      commands("confirm with: ", finding.confirm());
    }
  }

  private void cure(Fix fix, String lead) {
    row(lead, Columns.padded(Visible.line(fix.title()), 40) + "  [" + sureness(fix) + "]");
    if (fix.proven()) {
      rows.addAll(EditDiff.rows(fix.edits(), style));
    }
    if (!fix.commands().isEmpty()) {
      commands("then: ", fix.commands());
    }
  }

  private static String sureness(Fix fix) {
    if (fix.proven()) {
      return fix.safety().id() + ", proven";
    }
    return fix.safety().id()
        + (fix.edits().isEmpty() ? "" : ", not proven")
        + fix.unproven().map(why -> ": " + Visible.line(why)).orElse("");
  }

  private void commands(String lead, List<String> commands) {
    String joined = Visible.line(String.join("; ", commands));
    if (joined.length() <= LONGEST_COMMANDS) {
      row(lead, joined);
      return;
    }
    row(lead.stripTrailing(), "");
    commands.forEach(command -> rows.add("   " + Visible.line(command)));
  }

  private void row(String lead, String text) {
    rows.add(style.paint(Paint.CYAN, lead) + text);
  }
}
