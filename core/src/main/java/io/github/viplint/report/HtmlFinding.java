package io.github.viplint.report;

import static io.github.viplint.report.Html.with;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.report.Style.Paint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One cause as an article: excerpt, the chain of what it led to, facts, fixes. */
final class HtmlFinding {
  /** A chain longer than this is cut, in findings. */
  private static final int MOST_LINKS = 60;

  private final Html html;
  private final Links links;
  private final CaptureIndex captures;

  HtmlFinding(Html html, Links links, CaptureIndex captures) {
    this.html = html;
    this.links = links;
    this.captures = captures;
  }

  void write(Report.Entry entry) throws IOException {
    Finding finding = entry.finding();
    String title = entry.id() + "-title";
    html.element(
        "article",
        with("id", entry.id(), "class", finding.severity().id(), "aria-labelledby", title),
        () -> {
          html.element("h3", with("id", title), () -> headline(finding));
          html.element("p", with("class", "place"), () -> place(finding));
          List<String> excerpt =
              new Excerpt(finding.span())
                  .rows(finding.label(), Paint.of(finding.severity()), Style.PLAIN);
          html.element(
              "pre", with("class", "excerpt", "tabindex", "0"), String.join("\n", excerpt));
          chain(entry);
          if (finding.trace().isPresent()) {
            new HtmlTrace(html).write(finding.trace().get());
          }
          facts(finding);
          for (Fix fix : finding.fixes()) {
            fix(fix);
          }
          if (finding.fixes().isEmpty() && !finding.help().isEmpty()) {
            html.element("p", with("class", "help"), "Help: " + finding.help());
          }
          if (!finding.confirm().isEmpty()) {
            commands("Confirm with", finding.confirm());
          }
        });
  }

  private void headline(Finding finding) throws IOException {
    html.element("span", with("class", "severity"), finding.severity().id());
    html.text(" " + finding.message());
  }

  private void place(Finding finding) throws IOException {
    html.element("code", finding.rule().toString());
    html.text(" at ");
    html.element("code", finding.span().place().toString());
    html.text(" (" + captures.describe(finding.span().capture()) + ")");
  }

  private void chain(Report.Entry cause) throws IOException {
    if (links.effects(cause).isEmpty()) {
      return;
    }
    html.element("h4", "Led to");
    effects(cause, new HashSet<>());
  }

  /** A finding with several causes hangs below the first of them only. */
  private void effects(Report.Entry cause, Set<String> shown) throws IOException {
    List<Report.Entry> effects = new ArrayList<>();
    for (Report.Entry effect : links.effects(cause)) {
      if (shown.size() < MOST_LINKS && shown.add(effect.id())) {
        effects.add(effect);
      }
    }
    if (effects.isEmpty()) {
      return;
    }
    html.element(
        "ol",
        with("class", "chain"),
        () -> {
          for (Report.Entry effect : effects) {
            html.element("li", () -> effect(effect, shown));
          }
        });
  }

  private void effect(Report.Entry effect, Set<String> shown) throws IOException {
    FoldedSymptom folded = FoldedSymptom.of(effect.finding());
    html.text(effect.finding().message() + " ");
    html.element("code", folded.place());
    html.text(folded.rest().isEmpty() ? "" : " " + folded.rest());
    effects(effect, shown);
  }

  private void facts(Finding finding) throws IOException {
    List<String> facts = new ArrayList<>();
    finding
        .occurrences()
        .filter(seen -> seen.count() > 1)
        .ifPresent(seen -> facts.add("seen: " + FoldedSymptom.times(seen)));
    for (Evidence evidence : finding.evidence()) {
      String says = evidence.says() == Evidence.Says.CONFIRMS ? "confirmed by: " : "against it: ";
      facts.add(says + evidence.message() + " (" + CaptureIndex.line(evidence.span()) + ")");
    }
    finding
        .related()
        .forEach(
            related ->
                facts.add(
                    "see also: "
                        + related.message()
                        + " ("
                        + CaptureIndex.line(related.span())
                        + ")"));
    facts.addAll(finding.notes());
    if (finding.confidence() != Confidence.HIGH) {
      facts.add("confidence: " + finding.confidence().id());
    }
    if (!facts.isEmpty()) {
      html.element(
          "ul",
          with("class", "facts"),
          () -> {
            for (String fact : facts) {
              html.element("li", fact);
            }
          });
    }
  }

  private void fix(Fix fix) throws IOException {
    String sureness =
        fix.safety().id()
            + (fix.proven() ? ", proven" : fix.edits().isEmpty() ? "" : ", not proven")
            + fix.unproven().map(why -> ": " + why).orElse("");
    html.element(
        "h4",
        () -> {
          html.text("Fix: " + fix.title() + " ");
          html.element("span", with("class", "sureness"), sureness);
        });
    if (fix.proven() && !fix.edits().isEmpty()) {
      html.element(
          "pre",
          with("class", "diff", "tabindex", "0"),
          () -> {
            for (String row : EditDiff.rows(fix.edits(), Style.PLAIN)) {
              String line = row.stripLeading();
              html.element(
                  line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span", line);
              html.text("\n");
            }
          });
    }
    if (!fix.commands().isEmpty()) {
      commands("Then", fix.commands());
    }
  }

  private void commands(String lead, List<String> commands) throws IOException {
    html.element("p", with("class", "lead"), lead + ":");
    html.element("pre", with("class", "commands", "tabindex", "0"), String.join("\n", commands));
  }
}
