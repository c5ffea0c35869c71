package io.github.viplint.read;

import io.github.viplint.grammar.HaproxyMessageLexer;
import io.github.viplint.grammar.HaproxyMessageParser;
import io.github.viplint.grammar.JournalRecordLexer;
import io.github.viplint.grammar.JournalRecordParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.model.LogTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Records of journalctl, in the short, precise, full, iso and with-unit forms, and haproxy's own
 * messages, with or without a journal's head before them.
 */
final class JournalFormat implements LogFormat {
  private static final List<String> LABELS =
      List.of("[ALERT]", "[WARNING]", "[NOTICE]", "[EMERG]", "[INFO]", "[DIAG]", "[DEBUG]");

  private final LineParser<JournalRecordParser, JournalRecordParser.RecordContext> journal =
      new LineParser<>(
          new JournalRecordLexer(null), JournalRecordParser::new, JournalRecordParser::record);
  private final LineParser<HaproxyMessageParser, HaproxyMessageParser.MessageContext> haproxy =
      new LineParser<>(
          new HaproxyMessageLexer(null), HaproxyMessageParser::new, HaproxyMessageParser::message);

  @Override
  public boolean begins(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char c = text.charAt(from);
    if (c == '[') {
      return LABELS.stream().anyMatch(label -> text.startsWith(label, from));
    }
    return Shape.matches("####-##-##T##:##:##", text, from, to) || beginsWithDay(text, from, to);
  }

  /** {@code Aug 04 14:05:25} or {@code Wed 2021-08-04 14:05:25}, in any language. */
  private static boolean beginsWithDay(String text, int from, int to) {
    int i = from;
    while (i < to && i < from + 12 && isOfAWord(text.charAt(i))) {
      i++;
    }
    int name = i;
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
    if (record.startsWith("[")) {
      return haproxy(LogHead.none(record));
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
            tree.PID() == null ? OptionalLong.empty() : number(tree.PID().getText()),
            Optional.empty(),
            Optional.empty(),
            rest(record, tree.COLON().getSymbol()));
    return head.message().startsWith("[") ? haproxy(head) : head;
  }

  private static Optional<LogTime> time(JournalRecordParser.StampContext stamp, String record) {
    String text = slice(record, stamp);
    if (stamp.ISO() != null) {
      return LogTimes.iso(text);
    }
    String clock = stamp.CLOCK().getText();
    return stamp.NUMBER() != null
        ? LogTimes.monthDay(text, stamp.WORD(0).getText(), stamp.NUMBER().getText(), clock)
        : LogTimes.date(text, stamp.DATE().getText(), clock, stamp.WORD(1).getText());
  }

  /** Adds what haproxy's own head says to what the journal's said. */
  private LogHead haproxy(LogHead head) {
    String message = head.message();
    LineParser.Line<HaproxyMessageParser.MessageContext> line = haproxy.parse(message);
    if (!line.valid()) {
      return head;
    }
    HaproxyMessageParser.MessageContext tree = line.tree();
    String label = tree.LABEL().getText();
    return new LogHead(
        head.time().isPresent() || tree.STAMP() == null
            ? head.time()
            : LogTimes.dayOfYear(tree.STAMP().getText()),
        head.host(),
        head.program(),
        head.pid().isPresent() ? head.pid() : number(tree.PID().getText()),
        Optional.of(label.substring(1, label.length() - 1).toLowerCase(Locale.ROOT)),
        head.operation(),
        rest(message, tree.COLON().getSymbol()));
  }

  /** A number in brackets. */
  private static OptionalLong number(String bracketed) {
    return bracketed.length() > 20
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(bracketed.substring(1, bracketed.length() - 1)));
  }

  private static String slice(String text, ParserRuleContext tree) {
    return text.substring(tree.getStart().getStartIndex(), tree.getStop().getStopIndex() + 1);
  }

  private static String rest(String text, Token before) {
    return text.substring(before.getStopIndex() + 1).strip();
  }
}
