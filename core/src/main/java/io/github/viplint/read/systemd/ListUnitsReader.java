package io.github.viplint.read.systemd;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.ListUnitsParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.Reading;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the table of {@code systemctl list-units} and {@code systemctl --failed}. */
public final class ListUnitsReader implements Reader {
  private static final Set<String> LOAD_STATES =
      Set.of("loaded", "not-found", "bad-setting", "error", "merged", "masked", "stub");

  private final LineParser<ListUnitsParser, ListUnitsParser.RowContext> row =
      new LineParser<>(TokenTables.listUnits(), ListUnitsParser::new, ListUnitsParser::row);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.LIST_UNITS);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    List<UnitState> units = new ArrayList<>();
    while (lines.next()) {
      if (lines.blank()) {
        continue;
      }
      Optional<UnitState> unit = unit(lines);
      if (unit.isPresent()) {
        units.add(unit.get());
      } else if (!isLegend(lines.text().strip())) {
        lines.problem("no unit with its load, active and sub state");
      }
    }
    return lines.reading(List.of(new Units(capture, units, true)));
  }

  private Optional<UnitState> unit(Lines lines) {
    LineParser.Line<ListUnitsParser.RowContext> line = row.parse(lines.text());
    if (!line.valid()
        || !UnitName.is(line.tree().unit.getText())
        || !LOAD_STATES.contains(line.tree().load.getText())) {
      return Optional.empty();
    }
    return Optional.of(
        new UnitState(
            lines.span(),
            line.tree().unit.getText(),
            line.tree().active.getText(),
            Optional.of(line.tree().sub.getText()),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /** The head, the lines that explain its columns, the count and the hints. */
  private static boolean isLegend(String text) {
    return text.matches("UNIT\\s+LOAD\\s.*")
        || text.matches("(LOAD|ACTIVE|SUB|JOB)\\s+(=|→)\\s.*")
        || text.matches("\\d+ (loaded )?units? listed\\..*")
        || text.startsWith("Pass --all to see")
        || text.startsWith("To show all installed unit files use ")
        || text.equals("...");
  }
}
