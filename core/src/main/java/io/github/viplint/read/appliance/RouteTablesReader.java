package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.RouteTablesParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RouteTables.Field;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads route-tables.cfg: fields between commas, nothing trimmed. */
public final class RouteTablesReader implements Reader {
  private static final int CIDR = 3;
  private static final int GATEWAY = 4;

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(
            TokenTables.routeTables(), RouteTablesParser::new, RouteTablesParser::line);
    List<Entry> entries = new ArrayList<>();
    Lines lines = new Lines(capture);
    ServiceLines text = new ServiceLines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      Span span = text.at(lines);
      if (span.start() == span.end() && !text.isMarked(span)) {
        continue;
      }
      if (text.isMarked(span)) {
        entries.add(entry(span, marked(text, span), lines.terminated()));
        continue;
      }
      var entry = parser.parse(capture.text(), span.start(), span.end()).tree().entry();
      if (entry == null) {
        continue;
      }
      if (entry.COMMA().isEmpty() && isProse(span)) {
        lines.problem("no line of route-tables.cfg: it has no fields between commas");
        continue;
      }
      entries.add(entry(span, fields(span, entry), lines.terminated()));
    }
    return lines.reading(List.of(new RouteTables(capture, entries)));
  }

  /** Of a file every line is an entry, since the service takes it for one. */
  private static boolean isProse(Span line) {
    char first = line.capture().text().charAt(line.start());
    return !line.capture().isExact() && !(first >= '0' && first <= '9');
  }

  private static List<Field> fields(Span line, RouteTablesParser.EntryContext entry) {
    List<Field> fields = new ArrayList<>();
    int start = line.start();
    start = add(fields, line.capture(), start, entry.first());
    for (RouteTablesParser.FieldContext field : entry.field()) {
      start = add(fields, line.capture(), start, field);
    }
    return fields;
  }

  /** Behind a byte order mark nothing is a comment, and the first field is no number. */
  private static List<Field> marked(ServiceLines text, Span line) {
    List<Field> fields = new ArrayList<>();
    for (int start = line.start(); start <= line.end(); ) {
      int comma = line.capture().text().indexOf(',', start);
      int end = comma < 0 || comma > line.end() ? line.end() : comma;
      Span span = line.capture().span(start, end);
      fields.add(new Field(text.seen(span), span));
      start = end + 1;
    }
    return fields;
  }

  private static int add(
      List<Field> fields, Capture capture, int start, ParserRuleContext context) {
    int end = context.getChildCount() == 0 ? start : context.getStop().getStopIndex() + 1;
    Span span = capture.span(start, end);
    fields.add(new Field(span.text(), span));
    return end + 1;
  }

  private static Entry entry(Span span, List<Field> fields, boolean terminated) {
    return new Entry(
        span,
        fields,
        text(fields, CIDR).flatMap(AddressText::cidr),
        text(fields, GATEWAY).flatMap(AddressText::address),
        terminated);
  }

  private static Optional<String> text(List<Field> fields, int index) {
    return index < fields.size() ? Optional.of(fields.get(index).text()) : Optional.empty();
  }
}
