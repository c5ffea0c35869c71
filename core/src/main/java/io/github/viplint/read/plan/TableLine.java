package io.github.viplint.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a table, in Markdown or with tabs between its cells.
 *
 * @param cells in order, without the marks around them; empty ones too
 */
record TableLine(List<PlanText> cells) {
  private static final int LONGEST = 2000;
  private static final Pattern RULE = Pattern.compile("[\\s|:+=-]{1,2000}");

  TableLine {
    cells = List.copyOf(cells);
  }

  /**
   * The line, if it is one of a table and no rule in it.
   *
   * @param start where it begins in the capture
   */
  static Optional<TableLine> of(String line, int start) {
    char separator = line.indexOf('\t') >= 0 ? '\t' : '|';
    long separators = line.chars().filter(c -> c == separator).count();
    if (line.length() > LONGEST
        || separators < (separator == '|' ? 2 : 1)
        || line.isBlank()
        || isRule(line)) {
      return Optional.empty();
    }
    List<PlanText> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int next = line.indexOf(separator, at);
      int end = next < 0 ? line.length() : next;
      cells.add(PlanText.trimmed(line, at, end, start));
      at = end + 1;
    }
    return Optional.of(new TableLine(cells));
  }

  /** {@code |---|:---:|}: it parts a table's heads from its rows. */
  static boolean isRule(String line) {
    return !line.isBlank() && RULE.matcher(line).matches();
  }

  /** The cell at {@code index}; empty where the line is shorter. */
  Optional<PlanText> cell(int index) {
    return index < cells.size() ? Optional.of(cells.get(index)) : Optional.empty();
  }

  /** The cells in which something stands. */
  List<PlanText> filled() {
    return cells.stream().filter(cell -> !cell.text().isEmpty()).toList();
  }
}
