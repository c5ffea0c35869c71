package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.HaproxyCheckParser;
import io.github.viplint.grammar.HaproxyCheckParser.MessageContext;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.HaproxyVerdict.Message;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Reads what {@code haproxy -c} prints, of 1.8 to 3.x. Of several verdicts in one capture the last
 * one counts; alerts without a verdict are a no, but there are alerts that a valid file gives too.
 */
public final class HaproxyCheckReader implements Reader {
  private static final String VALID = "Configuration file is valid";
  private static final List<String> INVALID =
      List.of(
          "Fatal errors found in configuration",
          "Error(s) found in configuration file",
          "Configuration file has no error but will not start");
  private static final Set<String> FAILING = Set.of("ALERT", "EMERG");

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.HAPROXY_CHECK);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(
            TokenTables.haproxyCheck(), HaproxyCheckParser::new, HaproxyCheckParser::line);
    List<Message> messages = new ArrayList<>();
    Lines lines = new Lines(capture);
    Optional<Span> verdict = Optional.empty();
    Optional<Span> alert = Optional.empty();
    boolean valid = false;
    while (lines.next()) {
      if (lines.blank()) {
        continue;
      }
      var parsed = parser.parse(capture.text(), lines.start(), lines.end());
      if (!parsed.valid()) {
        lines.problem("no message of haproxy");
        continue;
      }
      String text = lines.text().strip();
      if (parsed.tree().message() != null) {
        Message message = message(lines.span(), parsed.tree().message());
        messages.add(message);
        text = message.text();
        if (FAILING.contains(message.level())) {
          alert = alert.or(() -> Optional.of(lines.span()));
        }
      } else if (messages.isEmpty() && !says(text)) {
        lines.problem("no message of haproxy");
      }
      if (text.startsWith(VALID) || INVALID.stream().anyMatch(text::startsWith)) {
        verdict = Optional.of(lines.span());
        valid = text.startsWith(VALID);
      }
    }
    boolean said = valid;
    Optional<Span> first = alert;
    return lines.reading(
        verdict.or(() -> first).stream()
            .map(span -> new HaproxyVerdict(capture, span, said, messages))
            .toList());
  }

  /** Whether a line without a label is haproxy's own; behind a message it may be its next line. */
  private static boolean says(String text) {
    return text.startsWith(VALID)
        || text.startsWith("Warnings were found")
        || INVALID.stream().anyMatch(text::startsWith);
  }

  private static Message message(Span line, MessageContext message) {
    List<Token> words = message.word().stream().map(word -> word.getStart()).toList();
    int at = 0;
    if (is(words, 0, "config") && is(words, 1, ":")) {
      at = 2;
    }
    int place = is(words, at, "parsing") ? at + 1 : at;
    Optional<String> file = Optional.empty();
    OptionalInt number = OptionalInt.empty();
    if (place < words.size() && words.get(place).getType() == HaproxyCheckParser.PLACE) {
      String text = words.get(place).getText();
      int colon = text.lastIndexOf(':');
      file = Optional.of(text.substring(1, colon));
      number = number(text.substring(colon + 1, text.length() - 1));
      at = is(words, place + 1, ":") ? place + 2 : place + 1;
    }
    int start = at < words.size() ? words.get(at).getStartIndex() : line.end();
    String level = message.LEVEL().getText();
    return new Message(
        line,
        level.substring(1, level.length() - 1),
        file,
        number,
        line.capture().text().substring(start, line.end()).strip());
  }

  private static boolean is(List<Token> words, int index, String text) {
    return index < words.size() && words.get(index).getText().equalsIgnoreCase(text);
  }

  private static OptionalInt number(String digits) {
    return digits.length() <= 9 ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }
}
