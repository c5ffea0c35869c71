package io.github.viplint.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A label and its value in a line of a table or list.
 *
 * @param above what stands before the label and says what it is of
 */
record PlanRow(String above, String label, PlanText value) {
  private static final int LONGEST = 2000;
  private static final Pattern BULLET =
      Pattern.compile("\\s{0,40}(?:(?:[-*+\u2022\u2013>]|\\d{1,2}[.)])\\s{1,8}){0,3}");

  /** {@code GW = 10.0.0.1, IP = 10.0.0.2}, behind what they are of. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?<label>[\\p{L}][\\p{L}\\d _#/.-]{0,60}?)\\s{0,8}=\\s{0,8}(?<value>[^,;=]{0,200})(?:[,;]\\s{0,8}|$)");

  private static final String DASH = "(?:\\s{1,8}(?:-|\u2013|\u2014)\\s{1,8})";
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<label>[\\p{L}`*\"'][\\p{L}\\d _#/.`*\"'-]{1,80}?)"
              + "(?:\\s{0,8}[:=]\\s{0,8}(?<value>.*)"
              + "|"
              + DASH
              + "(?<dashed>\\d.*)"
              + "|\\s{1,8}\\((?<bracketed>[^()]{0,200})\\)\\s{0,8}"
              + "|\\s{1,8}(?<behind>\\d{1,3}\\.\\d{1,3}\\.\\d.*))");

  /** The rows of a line; none where it is a heading, a rule or words. */
  static List<PlanRow> of(String line, int start) {
    if (line.length() > LONGEST || line.isBlank() || TableLine.isRule(line)) {
      return List.of();
    }
    Optional<TableLine> table = TableLine.of(line, start);
    if (table.isPresent()) {
      return table.flatMap(PlanRow::cells).stream().toList();
    }
    Matcher bullet = BULLET.matcher(line);
    int from = bullet.lookingAt() ? bullet.end() : 0;
    List<PlanRow> assigned = assignments(line, from, start);
    if (assigned.size() > 1) {
      return assigned;
    }
    Matcher pair = PAIR.matcher(line).region(from, line.length());
    if (!pair.matches()) {
      return List.of();
    }
    for (String group : List.of("value", "dashed", "bracketed", "behind")) {
      if (pair.group(group) != null) {
        return List.of(
            new PlanRow(
                "",
                pair.group("label"),
                PlanText.trimmed(line, pair.start(group), pair.end(group), start)));
      }
    }
    return List.of();
  }

  private static List<PlanRow> assignments(String line, int from, int start) {
    List<PlanRow> rows = new ArrayList<>();
    int equals = line.indexOf('=');
    int colon = equals < 0 ? -1 : line.lastIndexOf(':', equals);
    String head = colon > from ? line.substring(from, colon) : "";
    Matcher each = ASSIGNMENT.matcher(line).region(Math.max(from, colon + 1), line.length());
    while (each.find()) {
      rows.add(
          new PlanRow(
              head,
              each.group("label"),
              PlanText.trimmed(line, each.start("value"), each.end("value"), start)));
    }
    return rows;
  }

  /** The last cell that is not empty is the value, those before it are its labels. */
  private static Optional<PlanRow> cells(TableLine line) {
    List<PlanText> cells = line.filled();
    if (cells.size() < 2) {
      return Optional.empty();
    }
    int value = cells.size() - 1;
    String above =
        cells.subList(0, value - 1).stream().map(PlanText::text).collect(Collectors.joining(" "));
    return Optional.of(new PlanRow(above, cells.get(value - 1).text(), cells.get(value)));
  }
}
