package io.github.viplint.read.log;

import io.github.viplint.grammar.HaproxyMessageParser;
import io.github.viplint.grammar.HaproxyMessageParser.MessageContext;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head that haproxy gives its own messages: {@code [ALERT] 215/140525 (829) : }. Belongs to one
 * thread.
 */
public final class HaproxyHead {
  private static final List<String> LABELS =
      List.of("[ALERT]", "[WARNING]", "[NOTICE]", "[EMERG]", "[INFO]", "[DIAG]", "[DEBUG]");

  private final LineParser<HaproxyMessageParser, MessageContext> parser =
      new LineParser<>(
          TokenTables.haproxyMessage(), HaproxyMessageParser::new, HaproxyMessageParser::message);

  static boolean begins(String text, int from) {
    return LABELS.stream().anyMatch(label -> text.startsWith(label, from));
  }

  /** Adds what haproxy's head says to what the log's said, and takes it off the message. */
  LogHead in(LogHead head) {
    String message = head.message();
    if (!message.startsWith("[")) {
      return head;
    }
    LineParser.Line<MessageContext> line = parser.parse(message);
    if (!line.valid()) {
      return head;
    }
    MessageContext tree = line.tree();
    String label = tree.LABEL().getText();
    return new LogHead(
        head.time().isPresent() || tree.STAMP() == null
            ? head.time()
            : LogTimes.dayOfYear(tree.STAMP().getText()),
        head.host(),
        head.program(),
        head.pid().isPresent() ? head.pid() : LogHead.bracketed(tree.PID().getText()),
        Optional.of(label.substring(1, label.length() - 1).toLowerCase(Locale.ROOT)),
        head.operation(),
        message.substring(tree.COLON().getSymbol().getStopIndex() + 1).strip());
  }
}
