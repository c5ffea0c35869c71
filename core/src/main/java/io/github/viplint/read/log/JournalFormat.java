package io.github.viplint.read.log;

import io.github.viplint.grammar.JournalRecordParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.LogTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Records of journalctl in its short forms and with-unit, and haproxy's own messages, with or
 * without a journal's head before them.
 */
public final class JournalFormat implements LogFormat {
  private final LineParser<JournalRecordParser, JournalRecordParser.RecordContext> journal =
      new LineParser<>(
          TokenTables.journalRecord(), JournalRecordParser::new, JournalRecordParser::record);
  private final HaproxyHead haproxy;

  public JournalFormat(HaproxyHead haproxy) {
    this.haproxy = haproxy;
  }

  @Override
  public boolean begins(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char c = text.charAt(from);
    return c == '[' && HaproxyHead.begins(text, from)
        || c == 't' && Shape.matches("time=\"####-##-##T", text, from, to)
        || timed(text, from, to);
  }

  /** Whether a record with a time begins at {@code from}. */
  static boolean timed(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char c = text.charAt(from);
    if (c == '[') {
      return sinceBoot(text, from, to);
    }
    return Shape.matches("####-##-##T##:##:##", text, from, to)
        || Shape.matches("##########.###### ", text, from, to)
        || beginsWithDay(text, from, to);
  }

  /** {@code [ 405.599999] } or {@code [ 405.599999 < 0.099999 >] }. */
  private static boolean sinceBoot(String text, int from, int to) {
    int i = from + 1;
    while (i < to && text.charAt(i) == ' ') {
      i++;
    }
    int digits = i;
    while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    if (i == digits || !Shape.matches(".######", text, i, to)) {
      return false;
    }
    while (i < to && "] .<>*0123456789".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return text.startsWith("] ", i - 2);
  }

  /** {@code Aug 04 14:05:25} or {@code Wed 2021-08-04 14:05:25}, in any language. */
  private static boolean beginsWithDay(String text, int from, int to) {
    int i = from;
    while (i < to && i < from + 2 && Character.isDigit(text.charAt(i))) {
      i++; // 8\u6708
    }
    int number = i;
    while (i < to && i < from + 12 && isOfAWord(text.charAt(i))) {
      i++;
    }
    int name = i > number ? i : from;
    while (i < to && text.charAt(i) == ' ') {
      i++;
    }
    return name > from
        && i > name
        && (Shape.matches("## ##:##:##", text, i, to)
            || Shape.matches("# ##:##:##", text, i, to)
            || Shape.matches("####-##-## ##:##:##", text, i, to));
  }

  private static boolean isOfAWord(char c) {
    return Character.isLetter(c) || c == '.';
  }

  @Override
  public LogHead head(String record) {
    if (HaproxyHead.begins(record, 0)) {
      return haproxy.in(LogHead.none(record));
    }
    LineParser.Line<JournalRecordParser.RecordContext> line = journal.parse(record);
    if (!line.valid()) {
      return LogHead.none(record);
    }
    JournalRecordParser.RecordContext tree = line.tree();
    boolean hasHost = tree.second != null;
    Token program = hasHost ? tree.second : tree.first;
    LogHead head =
        new LogHead(
            time(tree.stamp(), record),
            hasHost ? Optional.of(tree.first.getText()) : Optional.empty(),
            program.getText(),
            tree.PID() == null ? OptionalLong.empty() : LogHead.bracketed(tree.PID().getText()),
            Optional.empty(),
            Optional.empty(),
            rest(record, tree.COLON().getSymbol()));
    return haproxy.in(head);
  }

  private static Optional<LogTime> time(JournalRecordParser.StampContext stamp, String record) {
    String text = slice(record, stamp);
    if (stamp.ISO() != null) {
      return LogTimes.iso(text);
    }
    if (stamp.SECONDS() != null) {
      return LogTimes.seconds(text);
    }
    if (stamp.SINCE_BOOT() != null) {
      return Optional.empty(); // when that was, nothing in the record says
    }
    String clock = stamp.CLOCK().getText();
    return stamp.NUMBER() != null
        ? LogTimes.monthDay(text, stamp.WORD(0).getText(), stamp.NUMBER().getText(), clock)
        : LogTimes.date(text, stamp.DATE().getText(), clock, stamp.WORD(1).getText());
  }

  private static String slice(String text, ParserRuleContext tree) {
    return text.substring(tree.getStart().getStartIndex(), tree.getStop().getStopIndex() + 1);
  }

  private static String rest(String text, Token before) {
    return text.substring(before.getStopIndex() + 1).strip();
  }
}
