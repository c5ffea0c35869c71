package io.github.viplint.rules.table;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RouteTables.Field;
import io.github.viplint.model.RtTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the appliance's route-tables service takes route-tables.cfg: {@code routetablectl.sh} of
 * v0.2.0, which ends at the first command that fails.
 */
final class RouteTablesService {
  /** After a mended file. The start limit is hit within seconds, so the failure is reset first. */
  static final List<String> RESTART =
      List.of("systemctl reset-failed route-tables", "systemctl restart route-tables");

  /** What the service puts before the name of a table. */
  static final String PREFIX = "rtctl_";

  static final String CONFIRM = "systemctl status route-tables --no-pager -l";

  private static final int LONGEST_SHOWN = 60;

  private RouteTablesService() {}

  /** A line makes the service fail. */
  static Condition rejection(HostView host) {
    return Condition.ofUnit(Condition.Kind.ROUTE_TABLE_REJECTED, host.name(), "route-tables");
  }

  /** Whether the service takes the line for one with a network at least, and acts on it. */
  static boolean isComplete(Entry line) {
    return line.fields().size() >= 4 && isWordCharacter(line.id());
  }

  /** Only lines that begin with a word character give the table its ID in rt_tables. */
  static boolean isWordCharacter(String id) {
    return !id.isEmpty() && (Character.isLetterOrDigit(id.charAt(0)) || id.charAt(0) == '_');
  }

  /**
   * The lines that the service adds a route for, by the name of their table, in the order written.
   * It does so whatever stands before the first comma.
   */
  static Map<String, List<Entry>> tables(RouteTables file) {
    Map<String, List<Entry>> tables = new LinkedHashMap<>();
    for (Entry line : file.entries()) {
      if (addsRoute(line)) {
        tables.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
      }
    }
    return tables;
  }

  /** Whether the service takes the line for one that a route is added for. */
  static boolean addsRoute(Entry line) {
    return line.fields().size() >= 4
        && !line.span().text().stripLeading().startsWith("#")
        && !isTemplate(line)
        && !line.name().isEmpty();
  }

  /** A field as people may see it: secrets masked, and no longer than a line of a report. */
  static String shown(Field field) {
    String text = field.span().shown().strip();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /** Leaves the line out of what the service reads; for a person to write it anew. */
  static Fix withoutLine(Entry line) {
    return withoutLines(List.of(line));
  }

  static Fix withoutLines(List<Entry> lines) {
    return commentedOut(lines.stream().map(Entry::span).toList());
  }

  /** Puts a # before each of these lines, of one file or several. */
  static Fix commentedOut(List<Span> lines) {
    return Fix.of(
        lines.size() == 1
            ? "leave the line out, with a # before it"
            : "leave these " + lines.size() + " lines out, with a # before each",
        Fix.Safety.UNSAFE,
        lines.stream()
            .map(line -> new TextEdit(line.capture().span(line.start(), line.start()), "#"))
            .toList(),
        RESTART);
  }

  /** An ID that no table has; empty when all are taken. */
  static OptionalInt freeId(HostView host, RouteTables file) {
    Set<Long> taken =
        Stream.concat(
                file.entries().stream().map(line -> (long) TableId.of(line.id()).number()),
                host.facts(RtTables.class).stream()
                    .flatMap(names -> names.entries().stream())
                    .map(RtTables.Entry::id))
            .collect(Collectors.toSet());
    return IntStream.rangeClosed(2, 250).filter(id -> !taken.contains((long) id)).findFirst();
  }

  /** Gives lines another ID. */
  static Fix renumbered(List<Entry> lines, String id, List<String> commands) {
    return Fix.of(
        "write ID " + id,
        Fix.Safety.UNSAFE,
        lines.stream().map(line -> new TextEdit(line.fields().get(0).span(), id)).toList(),
        commands);
  }

  /** Takes the line out, its newline included. */
  static TextEdit removal(Entry line) {
    String text = line.span().capture().text();
    int lf = text.indexOf('\n', line.span().end());
    int end = lf < 0 ? text.length() : lf + 1;
    Span whole = line.span().capture().span(line.span().start(), end);
    return new TextEdit(whole, "");
  }

  /** Whether the line is one of a template that something else fills in. */
  static boolean isTemplate(Entry line) {
    String text = line.span().text();
    return text.contains("{{") || text.contains("${");
  }
}
