package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.RtTablesParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.RtTables.Entry;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads rt_tables: a number, decimal or {@code 0x…}, and a name to a line. */
public final class RtTablesReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.RT_TABLES);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(TokenTables.rtTables(), RtTablesParser::new, RtTablesParser::line);
    List<Entry> entries = new ArrayList<>();
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      var line = parser.parse(capture.text(), lines.start(), lines.end());
      var entry = line.tree().entry();
      if (line.valid() && entry == null) {
        continue;
      }
      OptionalLong id = line.valid() ? id(entry.id.getText()) : OptionalLong.empty();
      if (id.isPresent()) {
        entries.add(new Entry(lines.span(), id.getAsLong(), entry.name.getText()));
      } else {
        lines.problem("not a table's number and name");
      }
    }
    return lines.reading(List.of(new RtTables(capture, entries)));
  }

  /** Tables have 32 bits. */
  private static OptionalLong id(String text) {
    boolean hex = text.startsWith("0x");
    String digits = hex ? text.substring(2) : text;
    try {
      long id = digits.length() > 10 ? -1 : Long.parseLong(digits, hex ? 16 : 10);
      return id >= 0 && id <= 0xffff_ffffL ? OptionalLong.of(id) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
