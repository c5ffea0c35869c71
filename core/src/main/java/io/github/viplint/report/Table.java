package io.github.viplint.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, each column as wide as its widest cell. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private int[] widths = new int[0];

  /** Adds a row with as many cells as the others. */
  void row(String... cells) {
    if (widths.length == 0) {
      widths = new int[cells.length];
    }
    for (int column = 0; column < cells.length; column++) {
      widths[column] = Math.max(widths[column], Columns.of(cells[column]));
    }
    rows.add(List.of(cells));
  }

  /** All rows, each ended by a newline. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(Columns.padded(row.get(column), widths[column])).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
