package io.github.viplint.read.log;

import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.grammar.WcpsvcRecordParser;
import io.github.viplint.grammar.WcpsvcRecordParser.HeadContext;
import io.github.viplint.grammar.WcpsvcRecordParser.RecordContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Records of vCenter's wcpsvc.log. Articles print them without their time stamps, so these may be
 * missing.
 */
final class WcpsvcFormat implements LogFormat {
  private static final List<String> BEGINNINGS =
      List.of(
          "trace wcp",
          "debug wcp",
          "info wcp",
          "warning wcp",
          "error wcp",
          "fatal wcp",
          "panic wcp");

  private final LineParser<WcpsvcRecordParser, RecordContext> record =
      new LineParser<>(
          TokenTables.wcpsvcRecord(), WcpsvcRecordParser::new, WcpsvcRecordParser::record);

  @Override
  public boolean begins(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char c = text.charAt(from);
    return c >= '0' && c <= '9'
        ? Shape.matches("####-##-##T##:##:##", text, from, to)
        : "tdiwefp".indexOf(c) >= 0
            && BEGINNINGS.stream().anyMatch(beginning -> text.startsWith(beginning, from));
  }

  @Override
  public LogHead head(String text) {
    LineParser.Line<RecordContext> line = record.parse(text);
    if (!line.valid()) {
      return LogHead.none(text);
    }
    RecordContext tree = line.tree();
    HeadContext head = tree.head();
    TerminalNode source = head == null ? null : head.SOURCE();
    TerminalNode operation = head == null ? null : head.OPERATION();
    if (head != null && head.afterSource() != null && head.afterSource().OPERATION() != null) {
      operation = head.afterSource().OPERATION();
    }
    Token last =
        operation != null
            ? operation.getSymbol()
            : source != null ? source.getSymbol() : tree.service;
    return new LogHead(
        Optional.ofNullable(tree.TIME()).flatMap(time -> LogTimes.iso(time.getText())),
        Optional.empty(),
        tree.service.getText(),
        OptionalLong.empty(),
        Optional.of(tree.level.getText()),
        Optional.ofNullable(operation).map(WcpsvcFormat::id),
        text.substring(last.getStopIndex() + 1).strip());
  }

  /** What stands in {@code [opID=…]}. */
  private static String id(TerminalNode operation) {
    String text = operation.getText();
    return text.substring("[opID=".length(), text.length() - 1);
  }
}
