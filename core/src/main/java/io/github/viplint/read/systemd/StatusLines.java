package io.github.viplint.read.systemd;

import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.SystemctlStatusLexer;
import io.github.viplint.grammar.SystemctlStatusParser;
import io.github.viplint.grammar.SystemctlStatusParser.ActiveContext;
import io.github.viplint.grammar.SystemctlStatusParser.LineContext;
import io.github.viplint.grammar.SystemctlStatusParser.ProcessContext;
import io.github.viplint.grammar.SystemctlStatusParser.SinceContext;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.LogTime;
import io.github.viplint.read.log.LogTimes;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The lines of {@code systemctl status}, taken apart. Belongs to one thread. */
final class StatusLines {
  private final LineParser<SystemctlStatusParser, LineContext> line =
      new LineParser<>(
          TokenTables.systemctlStatus(), SystemctlStatusParser::new, SystemctlStatusParser::line);
  private final LineParser<SystemctlStatusParser, ActiveContext> active =
      new LineParser<>(
          TokenTables.systemctlStatus(), SystemctlStatusParser::new, SystemctlStatusParser::active);
  private final LineParser<SystemctlStatusParser, ProcessContext> process =
      new LineParser<>(
          TokenTables.systemctlStatus(),
          SystemctlStatusParser::new,
          SystemctlStatusParser::process);

  /**
   * The head of a block.
   *
   * @param name a unit or, without a unit given, the host
   */
  record Head(boolean glyph, String name) {}

  /**
   * A field.
   *
   * @param name without its colon
   */
  record Field(String name, String value) {}

  /** What an {@code Active:} field says. */
  record Active(
      String state, Optional<String> sub, Optional<String> result, Optional<LogTime> since) {}

  /** What a {@code Process:} or {@code Main PID:} field says. */
  record Process(long pid, Optional<String> directive, String command, OptionalInt status) {}

  Optional<Head> head(String text) {
    LineParser.Line<LineContext> parsed = line.parse(text);
    return parsed.valid() && parsed.tree().head() != null
        ? Optional.of(
            new Head(parsed.tree().head().GLYPH() != null, parsed.tree().head().WORD().getText()))
        : Optional.empty();
  }

  Optional<Field> field(String text) {
    LineParser.Line<LineContext> parsed = line.parse(text);
    if (!parsed.valid() || parsed.tree().field() == null) {
      return Optional.empty();
    }
    Token label = parsed.tree().field().LABEL().getSymbol();
    String name = label.getText();
    return Optional.of(
        new Field(
            name.substring(0, name.length() - 1),
            text.substring(label.getStopIndex() + 1).strip()));
  }

  /** {@code failed (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 7min ago}. */
  Optional<Active> active(String value) {
    LineParser.Line<ActiveContext> parsed = active.parse(value);
    if (!parsed.valid()) {
      return Optional.empty();
    }
    Optional<String> sub = Optional.empty();
    Optional<String> result = Optional.empty();
    for (TerminalNode group : parsed.tree().GROUP()) {
      String words = inside(group.getText());
      if (words.startsWith("Result: ")) {
        result = Optional.of(words.substring("Result: ".length()));
      } else if (sub.isEmpty()) {
        sub = Optional.of(words);
      }
    }
    return Optional.of(
        new Active(
            parsed.tree().WORD().getText(),
            sub,
            result,
            Optional.ofNullable(parsed.tree().since()).flatMap(since -> time(since, value))));
  }

  private static Optional<LogTime> time(SinceContext since, String value) {
    String zone = since.zone == null ? "" : since.zone.getText();
    Token last = since.zone == null ? since.clock : since.zone;
    return LogTimes.date(
        value.substring(since.weekday.getStartIndex(), last.getStopIndex() + 1),
        since.date.getText(),
        since.clock.getText(),
        zone);
  }

  /**
   * {@code 777 ExecStartPre=/bin/mkdir -p /var/log (code=exited, status=0/SUCCESS)} and, of a main
   * process, {@code 854 (code=exited, status=1/FAILURE)} or {@code 854 (haproxy)}.
   */
  Optional<Process> process(String value) {
    LineParser.Line<ProcessContext> parsed = process.parse(value);
    if (!parsed.valid()) {
      return Optional.empty();
    }
    ProcessContext tree = parsed.tree();
    Token pid = tree.NUMBER().getSymbol();
    ParseTree last = tree.getChild(tree.getChildCount() - 2);
    boolean grouped =
        last instanceof TerminalNode node
            && node.getSymbol().getType() == SystemctlStatusLexer.GROUP;
    String group = grouped ? inside(last.getText()) : "";
    int from = pid.getStopIndex() + 1;
    int to = grouped ? ((TerminalNode) last).getSymbol().getStartIndex() : value.length();
    String middle = value.substring(from, to).strip();
    int equals = middle.indexOf('=');
    boolean named = middle.startsWith("Exec") && equals > 0;
    return Optional.of(
        new Process(
            Long.parseLong(pid.getText()),
            named ? Optional.of(middle.substring(0, equals)) : Optional.empty(),
            named ? middle.substring(equals + 1) : middle.isEmpty() ? command(group) : middle,
            status(group)));
  }

  /** A running main process shows its name where an ended one shows how it ended. */
  private static String command(String group) {
    return group.startsWith("code=") ? "" : group;
  }

  /** {@code code=exited, status=2} up to systemd 240, then {@code status=2/INVALIDARGUMENT}. */
  private static OptionalInt status(String group) {
    int at = group.indexOf("status=");
    if (!group.startsWith("code=exited") || at < 0) {
      return OptionalInt.empty();
    }
    int from = at + "status=".length();
    int to = from;
    while (to < group.length() && Character.digit(group.charAt(to), 10) >= 0) {
      to++;
    }
    return to == from || to - from > 9
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(group, from, to, 10));
  }

  private static String inside(String group) {
    return group.substring(1, group.length() - 1);
  }
}
