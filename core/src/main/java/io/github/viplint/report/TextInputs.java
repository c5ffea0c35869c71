package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** What each input was taken for, and how much of it was understood, for people. */
public final class TextInputs {
  private static final int MOST_STRAYS = 5;
  private static final int LONGEST_STRAY = 120;

  private final Report report;

  public TextInputs(Report report) {
    this.report = report;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out, Style style) throws IOException {
    Table table = new Table();
    report.captures().forEach(summary -> table.row(row(summary)));
    out.write(table.toString());
    for (SourceAccount account : report.accounts()) {
      strays(account, out, style);
    }
    out.write(
        Count.of(report.captures().size(), "capture")
            + " in "
            + Count.of(report.accounts().size(), "input")
            + ", "
            + lines(report.coverage())
            + ".\n");
    out.flush();
  }

  private String[] row(CaptureSummary summary) {
    Capture capture = summary.capture();
    String none = summary.capture().kind().planned() ? "plan" : "no host";
    String host = summary.host().map(Visible::line).orElse(none);
    String lab = report.labs().size() > 1 ? " of " + Visible.line(summary.lab()) : "";
    String state = states(summary) > 1 ? ", state " + summary.state() : "";
    return new String[] {
      summary.id(),
      Visible.line(capture.source().file()) + ":" + LineRange.of(capture),
      capture.kind().id(),
      host + lab + state,
      capture.fidelity().name().toLowerCase(Locale.ROOT)
          + ", "
          + capture.extent().name().toLowerCase(Locale.ROOT),
      lines(summary.coverage())
    };
  }

  private int states(CaptureSummary summary) {
    return report.labs().stream()
        .filter(lab -> lab.name().equals(summary.lab()))
        .flatMap(lab -> lab.hosts().stream())
        .filter(host -> summary.host().filter(host.name()::equals).isPresent())
        .mapToInt(Report.HostSummary::states)
        .max()
        .orElse(1);
  }

  private static String lines(Coverage lines) {
    return Count.of(lines.total(), "line")
        + ": "
        + lines.understood()
        + " understood"
        + (lines.scanned() > 0 ? ", " + lines.scanned() + " scanned" : "")
        + (lines.problems() > 0 ? ", " + lines.problems() + " not" : "");
  }

  private static void strays(SourceAccount account, Writer out, Style style) throws IOException {
    List<Integer> strays = account.strays();
    if (strays.isEmpty()) {
      return;
    }
    Source source = account.source();
    int most = style.verbose() ? strays.size() : MOST_STRAYS;
    out.write(
        Visible.line(source.file()) + ": " + Count.of(strays.size(), "line") + " in no capture:\n");
    int width = Integer.toString(strays.get(strays.size() - 1)).length();
    for (int line : strays.subList(0, Math.min(most, strays.size()))) {
      int from = source.lineStart(line);
      int to = Math.min(source.lineEnd(line), from + LONGEST_STRAY);
      String cut = to < source.lineEnd(line) ? "…" : "";
      String number = " ".repeat(Math.max(0, width - Integer.toString(line).length())) + line;
      out.write("  " + number + " | " + Visible.line(source.shown(from, to)) + cut + "\n");
    }
    if (most < strays.size()) {
      out.write("  … and " + (strays.size() - most) + " more (-v shows all)\n");
    }
  }
}
