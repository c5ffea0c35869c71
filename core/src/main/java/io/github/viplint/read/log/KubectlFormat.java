package io.github.viplint.read.log;

import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.LogrusRecordParser;
import io.github.viplint.grammar.LogrusRecordParser.FieldContext;
import io.github.viplint.grammar.LogrusRecordParser.RecordContext;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.LogTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What kubectl and its vSphere plug-in say went wrong: records of logrus, on a terminal ({@code
 * ERRO[0005] text}) or not ({@code time="…" level=error msg="…"}), and kubectl's own plain
 * messages.
 */
final class KubectlFormat implements LogFormat {
  private static final Map<String, String> LEVELS =
      Map.of(
          "TRAC", "trace",
          "DEBU", "debug",
          "INFO", "info",
          "WARN", "warning",
          "ERRO", "error",
          "FATA", "fatal",
          "PANI", "panic");

  private static final List<String> PLAIN =
      List.of(
          "Unable to connect to the server",
          "The connection to the server",
          "Error from server",
          "error: ",
          "Error: ");

  private final LineParser<LogrusRecordParser, RecordContext> record =
      new LineParser<>(
          TokenTables.logrusRecord(), LogrusRecordParser::new, LogrusRecordParser::record);

  @Override
  public boolean begins(String text, int from, int to) {
    return isLogrus(text, from, to)
        || PLAIN.stream().anyMatch(plain -> text.startsWith(plain, from));
  }

  /**
   * Where in the line another record begins behind {@code from}: these messages end without a
   * newline now and then.
   *
   * @return {@code to} when there is none
   */
  int next(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'W' || c == 't') && isLogrus(text, i, to)) {
        return i;
      }
    }
    return to;
  }

  private static boolean isLogrus(String text, int from, int to) {
    if (text.startsWith("time=\"", from)) {
      return Shape.matches("####-##-##T", text, from + 6, to);
    }
    return Shape.matches("[####]", text, from + 4, to)
        && LEVELS.containsKey(text.substring(from, from + 4));
  }

  @Override
  public LogHead head(String text) {
    if (!isLogrus(text, 0, text.length())) {
      return LogHead.none(text);
    }
    LineParser.Line<RecordContext> line = record.parse(text);
    if (!line.valid()) {
      return LogHead.none(text);
    }
    RecordContext tree = line.tree();
    if (tree.MARK() != null) {
      String level = LEVELS.get(text.substring(0, 4));
      String message = text.substring(tree.MARK().getSymbol().getStopIndex() + 1).strip();
      return head(Optional.empty(), Optional.ofNullable(level), message);
    }
    return head(
        value(tree, "time=", text).flatMap(LogTimes::iso),
        value(tree, "level=", text).map(level -> level.toLowerCase(Locale.ROOT)),
        value(tree, "msg=", text).orElse(text));
  }

  private static LogHead head(Optional<LogTime> time, Optional<String> level, String message) {
    return new LogHead(
        time, Optional.empty(), "", OptionalLong.empty(), level, Optional.empty(), message);
  }

  private static Optional<String> value(RecordContext tree, String key, String text) {
    for (FieldContext field : tree.field()) {
      if (field.KEY().getText().equals(key)) {
        int from = field.KEY().getSymbol().getStopIndex() + 1;
        int to = Math.max(from, field.getStop().getStopIndex() + 1);
        String value = text.substring(from, to).strip();
        return Optional.of(field.QUOTED() != null ? unquote(value) : value);
      }
    }
    return Optional.empty();
  }

  /** A string as Go quotes it; the last quote may be missing. */
  private static String unquote(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() && quoted.charAt(i) != '"'; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length()) {
        char escaped = quoted.charAt(++i);
        text.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString().strip();
  }
}
