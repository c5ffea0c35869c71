package io.github.viplint.report;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What changed from one report to another, a line for each finding, for people. */
public final class TextChanges {
  private final Changes changes;

  public TextChanges(Changes changes) {
    this.changes = changes;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    part("new", changes.fresh(), out);
    part("gone", changes.gone(), out);
    part("still there", changes.still(), out);
    out.write(
        changes.fresh().size()
            + " new, "
            + changes.gone().size()
            + " gone, "
            + changes.still().size()
            + " still there.\n");
    out.flush();
  }

  private static void part(String name, List<Report.Entry> entries, Writer out) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    Table table = new Table();
    for (Report.Entry entry : entries) {
      Finding finding = entry.finding();
      table.row(
          "  " + finding.severity().id(),
          finding.rule().toString(),
          CaptureIndex.line(finding.span()),
          Visible.line(finding.message()));
    }
    out.write(name + "\n" + table + "\n");
  }
}
