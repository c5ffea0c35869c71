package io.github.viplint.read.haproxy;

import io.github.viplint.grammar.HaproxyConditionParser;
import io.github.viplint.grammar.HaproxyConditionParser.ConjunctionContext;
import io.github.viplint.grammar.HaproxyConditionParser.ExpressionContext;
import io.github.viplint.grammar.HaproxyConditionParser.PredicateContext;
import io.github.viplint.grammar.HaproxyConditionParser.TermContext;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.haproxy.BlockCondition;
import io.github.viplint.model.haproxy.BlockCondition.Constant;
import io.github.viplint.model.haproxy.BlockCondition.Not;
import io.github.viplint.model.haproxy.BlockCondition.Predicate;
import io.github.viplint.model.haproxy.BlockCondition.Several;
import io.github.viplint.model.haproxy.BlockCondition.Unknown;
import io.github.viplint.model.haproxy.Directive;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind {@code .if} and {@code .elif}. */
final class HaproxyConditions {
  /** Nobody nests deeper, and the parser calls itself for each level. */
  private static final int LONGEST = 1000;

  private final LineParser<HaproxyConditionParser, HaproxyConditionParser.ConditionContext> parser =
      new LineParser<>(
          TokenTables.haproxyCondition(),
          HaproxyConditionParser::new,
          HaproxyConditionParser::condition);

  /** The condition of a line; empty when it can't be read. */
  Optional<BlockCondition> of(Directive line) {
    for (int i = 1; i < line.size(); i++) {
      if (line.holdsVariable(i)) {
        return Optional.of(new Unknown());
      }
    }
    String text = String.join(" ", line.arguments());
    if (text.length() > LONGEST) {
      return Optional.of(new Unknown());
    }
    var parsed = parser.parse(text);
    if (!parsed.valid()) {
      return Optional.empty();
    }
    ExpressionContext expression = parsed.tree().expression();
    return Optional.of(expression == null ? new Constant(false) : read(text, expression));
  }

  private static BlockCondition read(String text, ExpressionContext expression) {
    return several(expression.conjunction().stream().map(part -> read(text, part)).toList(), true);
  }

  private static BlockCondition read(String text, ConjunctionContext conjunction) {
    return several(conjunction.term().stream().map(term -> read(text, term)).toList(), false);
  }

  private static BlockCondition several(List<BlockCondition> terms, boolean decisive) {
    return terms.size() == 1 ? terms.get(0) : new Several(terms, decisive);
  }

  private static BlockCondition read(String text, TermContext term) {
    if (term.NOT() != null) {
      return new Not(read(text, term.term()));
    }
    if (term.NUMBER() != null) {
      return new Constant(!term.NUMBER().getText().matches("-?0*"));
    }
    return term.predicate() != null ? read(text, term.predicate()) : read(text, term.expression());
  }

  private static BlockCondition read(String text, PredicateContext predicate) {
    String name = predicate.NAME().getText();
    if (predicate.OPEN() == null) {
      return new Predicate(name, List.of());
    }
    String arguments =
        text.substring(
            predicate.OPEN().getSymbol().getStopIndex() + 1,
            predicate.CLOSE().getSymbol().getStartIndex());
    return new Predicate(name, List.of(arguments.split(",", -1)));
  }
}
