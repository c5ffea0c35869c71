package io.github.viplint.read.net;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.IpRuleParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import io.github.viplint.read.line.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Reads {@code ip rule show} and {@code ip -6 rule show}, as iproute2 4.17 and later print it. A
 * line that begins with a priority gives a rule even when the rest can't be read: it is then
 * unknown, so that nobody concludes that it isn't there.
 *
 * <p>Which family's rules they are, the command says; where that is not known, the kind of the
 * capture and the addresses in it do.
 */
public final class IpRuleReader implements Reader {
  private final LineParser<IpRuleParser, IpRuleParser.LineContext> parser =
      new LineParser<>(TokenTables.ipRule(), IpRuleParser::new, IpRuleParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.IP_RULE, CaptureKind.IP6_RULE);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    List<PolicyRule> rules = new ArrayList<>();
    boolean complete = capture.isWhole();
    boolean namesIpv6 = capture.kind() == CaptureKind.IP6_RULE;
    while (lines.next()) {
      if (!lines.blank() && (capture.isWhole() || !Elision.is(lines.text()))) {
        Optional<PolicyRuleLine> rule = read(lines, capture);
        complete &= rule.isPresent();
        if (rule.isPresent()) {
          namesIpv6 |= rule.get().namesIpv6();
          rules.add(rule.get().build(span(lines, capture)));
        }
      }
    }
    IPVersion version =
        IpCommand.of(capture)
            .flatMap(IpCommand::family)
            .orElse(namesIpv6 ? IPVersion.IPV6 : IPVersion.IPV4);
    return lines.reading(
        rules.isEmpty() ? List.of() : List.of(new IpRules(capture, version, rules, complete)));
  }

  private Optional<PolicyRuleLine> read(Lines lines, Capture capture) {
    LineParser.Line<IpRuleParser.LineContext> line =
        parser.parse(capture.text(), lines.start(), lines.end());
    Token priority = line.tree().PRIORITY() == null ? null : line.tree().PRIORITY().getSymbol();
    Optional<Long> number =
        priority == null || priority.getTokenIndex() < 0
            ? Optional.empty()
            : Numbers.parse(priority.getText().substring(0, priority.getText().length() - 1));
    if (number.isEmpty()) {
      lines.problem("no rule: it does not begin with a priority");
      return Optional.empty();
    }
    PolicyRuleLine rule = new PolicyRuleLine(number.get());
    try {
      if (!line.valid()) {
        throw new UnreadableLine("a prefix length or a remark stands where it belongs to no word");
      }
      rule.read(words(line.tree()));
    } catch (UnreadableLine e) {
      rule.unknown = true;
      lines.problem(e.reason());
    }
    return Optional.of(rule);
  }

  private static Span span(Lines lines, Capture capture) {
    return capture.span(lines.start(), lines.start() + lines.text().stripTrailing().length());
  }

  /** The words, each prefix length joined to its address. */
  private static Words words(IpRuleParser.LineContext line) {
    List<Word> words = new ArrayList<>();
    for (IpRuleParser.TermContext term : line.term()) {
      Word word = Word.of(term.getStart());
      if (term.LENGTH() != null) {
        Word length = Word.of(term.LENGTH().getSymbol());
        word = new Word(word.text() + length.text(), word.start(), length.end());
      }
      words.add(word);
      if (term.REMARK() != null) {
        words.add(Word.of(term.REMARK().getSymbol()));
      }
    }
    return new Words(words);
  }
}
