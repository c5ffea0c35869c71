package io.github.viplint.report;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.Style.Paint;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan for people and for {@code patch}: a unified diff, and below it, without {@link
 * Style.Detail#QUIET}, which fixes it holds, what to do after them, and what is left.
 */
public final class TextFixPlan {
  private static final int MOST_LEFT = 50;

  private final FixPlan plan;
  private final boolean terminal;

  /**
   * @param terminal whether it is for a terminal, which must not meet control characters; else the
   *     diff is exact, so that it can be applied
   */
  public TextFixPlan(FixPlan plan, boolean terminal) {
    this.plan = plan;
    this.terminal = terminal;
  }

  /** Writes it, ending with a newline where there is anything; flushes and does not close. */
  public void write(Writer out, Style style) throws IOException {
    for (FixPlan.Change change : plan.changes()) {
      if (change.file().isPresent()) {
        for (String row : new UnifiedDiff(change).rows()) {
          out.write(painted(terminal ? Visible.of(row) : row, style) + "\n");
        }
      }
    }
    if (!style.quiet()) {
      steps(out);
      for (FixPlan.Commands commands : plan.commands()) {
        commands(commands, out);
      }
      left(out, style);
    }
    out.flush();
  }

  private static String painted(String row, Style style) {
    if (row.startsWith("---") || row.startsWith("+++")) {
      return style.paint(Paint.BOLD, row);
    }
    return switch (row.isEmpty() ? ' ' : row.charAt(0)) {
      case '-' -> style.paint(Paint.REMOVED, row);
      case '+' -> style.paint(Paint.GREEN, row);
      case '@' -> style.paint(Paint.CYAN, row);
      default -> row;
    };
  }

  private void steps(Writer out) throws IOException {
    if (plan.steps().isEmpty()) {
      out.write("No fix to apply.\n");
      return;
    }
    out.write("\n" + Count.of(plan.steps().size(), "fix").replace("fixs", "fixes") + ", proven:\n");
    for (FixPlan.Step step : plan.steps()) {
      Finding finding = step.cured().finding();
      out.write(
          "  %s at %s: %s [%s]\n"
              .formatted(
                  finding.rule().code(),
                  Visible.line(finding.span().place().toString()),
                  Visible.line(step.fix().title().replace("\n", " and ")),
                  step.fix().safety().id()));
      for (Report.Entry brought : step.brings()) {
        out.write("    it brings %s\n".formatted(line(brought.finding())));
      }
    }
  }

  private void commands(FixPlan.Commands commands, Writer out) throws IOException {
    if (!commands.commands().isEmpty()) {
      out.write("\nthen on " + Visible.line(commands.host()) + ", with these files in place:\n");
      for (String command : commands.commands()) {
        out.write("  " + Visible.line(command) + "\n");
      }
    }
    if (!commands.elsewhere().isEmpty()) {
      out.write("\nand so that it lasts:\n");
      for (String what : commands.elsewhere()) {
        out.write("  " + Visible.line(what) + "\n");
      }
    }
  }

  private void left(Writer out, Style style) throws IOException {
    Set<String> past = past();
    List<Report.Entry> left =
        plan.after().findings().stream()
            .filter(entry -> entry.finding().severity().atLeast(Severity.WARNING))
            .filter(entry -> !past.contains(entry.fingerprint()))
            .toList();
    if (!past.isEmpty()) {
      out.write(
          "\n%s in logs and captures came of what is mended; capture again to see %s gone.\n"
              .formatted(Count.of(past.size(), "finding"), past.size() == 1 ? "it" : "them"));
    }
    if (left.isEmpty()) {
      return;
    }
    out.write("\nleft, " + Count.of(left.size(), "finding") + ":\n");
    for (Report.Entry entry : left.subList(0, Math.min(MOST_LEFT, left.size()))) {
      Finding finding = entry.finding();
      out.write(
          style.paint(Paint.of(finding.severity()), "  " + finding.severity().id())
              + " "
              + line(finding)
              + "\n");
      if (entry.causedBy().isEmpty()) {
        for (Fix fix : finding.fixes()) {
          out.write("    " + Visible.line(fix.title().replace("\n", " and ")) + why(fix) + "\n");
        }
      }
    }
    if (left.size() > MOST_LEFT) {
      out.write("  … and " + (left.size() - MOST_LEFT) + " more\n");
    }
  }

  /** The fingerprints of what is left and came only of findings that are cured. */
  private Set<String> past() {
    Set<String> left = new HashSet<>();
    plan.after().findings().forEach(entry -> left.add(entry.fingerprint()));
    Map<String, Report.Entry> byId = new HashMap<>();
    plan.before().findings().forEach(entry -> byId.put(entry.id(), entry));
    Set<String> past = new HashSet<>();
    // a cause stands before what it led to
    for (Report.Entry entry : plan.before().findings()) {
      boolean cured =
          !entry.causedBy().isEmpty()
              && entry.causedBy().stream()
                  .map(id -> byId.get(id).fingerprint())
                  .allMatch(cause -> past.contains(cause) || !left.contains(cause));
      if (cured && left.contains(entry.fingerprint())) {
        past.add(entry.fingerprint());
      }
    }
    return past;
  }

  private static String line(Finding finding) {
    return "%s at %s: %s"
        .formatted(
            finding.rule().code(),
            Visible.line(finding.span().place().toString()),
            Visible.line(finding.message()));
  }

  private static String why(Fix fix) {
    Optional<String> why = fix.unproven();
    return " ["
        + fix.safety().id()
        + why.map(reason -> ": " + Visible.line(reason)).orElse("")
        + "]";
  }
}
