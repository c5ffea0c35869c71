package io.github.viplint.report;

import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.report.Style.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the edits of a fix change, line by line: {@code -} before, {@code +} after. */
final class EditDiff {
  private static final int MOST_ROWS = 12;
  private static final int MOST_CHARACTERS = 160;

  private EditDiff() {}

  static List<String> rows(List<TextEdit> edits, Style style) {
    List<String> rows = new ArrayList<>();
    for (Change change : changes(edits)) {
      List<String> before = change.before();
      List<String> after = change.after();
      if (stripped(before).equals(stripped(after))) {
        rows.add("   (only blanks or line ends change: line " + change.firstLine() + ")");
        continue;
      }
      for (String line : before) {
        rows.add(style.paint(Paint.REMOVED, clipped("   - " + line)));
      }
      for (String line : after) {
        rows.add(style.paint(Paint.GREEN, clipped("   + " + line)));
      }
    }
    if (rows.size() > MOST_ROWS) {
      int more = rows.size() - MOST_ROWS;
      rows.subList(MOST_ROWS, rows.size()).clear();
      rows.add("   … " + Count.of(more, "more line"));
    }
    return rows;
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::stripTrailing).toList();
  }

  private static String clipped(String line) {
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }

  /** Edits that touch the same lines of one source, in order. */
  private record Change(Source source, int firstLine, int lastLine, List<TextEdit> edits) {

    List<String> before() {
      List<String> lines = new ArrayList<>();
      for (int line = firstLine; line <= Math.min(lastLine, firstLine + MOST_ROWS); line++) {
        lines.add(Visible.line(source.shownLine(line)));
      }
      // An edit that only adds whole lines takes none away.
      return addsOnly() ? List.of() : lines;
    }

    private boolean addsOnly() {
      return edits.stream()
          .allMatch(
              edit -> from(edit) == to(edit) && edit.newText().endsWith("\n") && atStart(edit));
    }

    private boolean atStart(TextEdit edit) {
      return from(edit) == source.lineStart(source.lineOf(from(edit)));
    }

    List<String> after() {
      StringBuilder text = new StringBuilder();
      int at = source.lineStart(firstLine);
      for (TextEdit edit : edits) {
        text.append(source.shown(at, Math.max(at, from(edit)))).append(edit.newText());
        at = Math.max(at, to(edit));
      }
      int end = source.lineEnd(lastLine);
      boolean tookLineEnd = at > end;
      if (!addsOnly() && at < end) {
        text.append(source.shown(at, end));
      }
      String changed = text.toString();
      if (changed.isEmpty() && tookLineEnd) {
        return List.of();
      }
      if (changed.endsWith("\n")) {
        changed = changed.substring(0, changed.length() - 1);
      }
      return changed.lines().map(Visible::line).toList();
    }
  }

  private static int from(TextEdit edit) {
    return edit.span().capture().sourceStart(edit.span());
  }

  private static int to(TextEdit edit) {
    return edit.span().capture().sourceEnd(edit.span());
  }

  private static List<Change> changes(List<TextEdit> edits) {
    List<TextEdit> inOrder =
        edits.stream()
            .sorted(
                Comparator.comparing((TextEdit edit) -> edit.span().capture().source().file())
                    .thenComparingInt(EditDiff::from))
            .toList();
    List<Change> changes = new ArrayList<>();
    for (TextEdit edit : inOrder) {
      Span span = edit.span();
      Source source = span.capture().source();
      int firstLine = source.lineOf(from(edit));
      int lastLine = source.lineOf(to(edit) > from(edit) ? to(edit) - 1 : to(edit));
      Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
      if (last != null && last.source() == source && firstLine <= last.lastLine()) {
        List<TextEdit> both = new ArrayList<>(last.edits());
        both.add(edit);
        changes.set(
            changes.size() - 1,
            new Change(source, last.firstLine(), Math.max(lastLine, last.lastLine()), both));
      } else {
        changes.add(new Change(source, firstLine, lastLine, List.of(edit)));
      }
    }
    return changes;
  }
}
