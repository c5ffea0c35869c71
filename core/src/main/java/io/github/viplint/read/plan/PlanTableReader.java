package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads tables and lists of labels and values, as people keep them of a lab: Markdown tables,
 * columns copied from a web page, {@code Label: value}, {@code Label (value)}, {@code Label -
 * value}. A line that names a network and has no value stands above what is said of it.
 */
public final class PlanTableReader implements Reader {
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.");
  private static final int LONGEST_HEADING = 80;

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.PLAN_TABLE);
  }

  @Override
  public Reading read(Capture capture) {
    PlanBuilder plan = new PlanBuilder(capture);
    Lines lines = new Lines(capture);
    Network section = Network.NONE;
    Tables tables = new Tables();
    while (lines.next()) {
      String line = lines.text();
      List<PlanRow> rows = tables.rows(line, lines.start());
      if (isHeading(line, rows)) {
        section = Label.network(Label.plain(line));
        continue;
      }
      if (lines.blank()) {
        section = Network.NONE;
      }
      for (PlanRow row : rows) {
        Label label = Label.of(row, section);
        if (label.field().isPresent()) {
          plan.put(label.field().get(), label.network(), label.group(), row.value());
        } else if (!label.passed() && ADDRESS.matcher(row.value().text()).lookingAt()) {
          plan.problem(row.value(), "this label is not known, so its addresses were not taken");
        }
      }
    }
    return plan.reading();
  }

  /** {@code Management network (VLAN 26)}. */
  private static boolean isHeading(String line, List<PlanRow> rows) {
    String words = line.strip();
    return words.length() <= LONGEST_HEADING
        && !ADDRESS.matcher(words).find()
        && words.indexOf('|') < 0
        && words.indexOf('\t') < 0
        && Label.network(Label.plain(words)) != Network.NONE
        && Label.plain(words).contains("network")
        && rows.stream().allMatch(row -> row.value().text().isBlank() || words.endsWith(")"));
  }

  /** Knows the table that the lines just read are of, where its heads say what its cells are. */
  private static final class Tables {
    private boolean inside;
    private Optional<WideTable> wide = Optional.empty();

    List<PlanRow> rows(String line, int start) {
      Optional<TableLine> cells = TableLine.of(line, start);
      if (cells.isEmpty()) {
        inside &= TableLine.isRule(line);
        return PlanRow.of(line, start);
      }
      if (!inside) {
        inside = true;
        wide = WideTable.below(cells.get());
      }
      List<PlanRow> rows = wide.map(table -> table.rows(cells.get())).orElse(List.of());
      return rows.isEmpty() ? PlanRow.of(line, start) : rows;
    }
  }
}
