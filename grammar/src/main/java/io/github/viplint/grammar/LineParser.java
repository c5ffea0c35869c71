package io.github.viplint.grammar;

import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses one line, or one entry of a few lines, at a time. The parser is made once and used for
 * every line, and no tree outlives its line, so a file of any size is read in bounded memory.
 * Belongs to one thread.
 *
 * @param <P> the generated parser
 * @param <T> the context of the start rule
 */
public final class LineParser<P extends Parser, T extends ParserRuleContext> {
  private final LineTokens source;
  private final CommonTokenStream tokens;
  private final P parser;
  private final Function<P, T> start;
  private final Errors errors = new Errors();

  /**
   * @param table what the lexer does
   * @param parser makes the parser of a token stream
   * @param start calls the start rule, which must end in EOF
   */
  public LineParser(TokenTable table, Function<CommonTokenStream, P> parser, Function<P, T> start) {
    this.source = new LineTokens(table, errors);
    this.tokens = new CommonTokenStream(source);
    this.parser = parser.apply(tokens);
    this.start = start;
    this.parser.removeErrorListeners();
    this.parser.addErrorListener(errors);
    this.parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** Parses {@code text}. Offsets of its tokens are UTF-16 units from its start. */
  public Line<T> parse(String text) {
    return parse(text, 0, text.length());
  }

  /**
   * Parses {@code text} from {@code from} (inclusive) to {@code to} (exclusive) without copying it.
   * Offsets of its tokens are UTF-16 units from the start of {@code text}.
   */
  public Line<T> parse(String text, int from, int to) {
    errors.heard = false;
    source.line(text, from, to);
    tokens.setTokenSource(source);
    parser.setTokenStream(tokens);
    T tree = start.apply(parser);
    return new Line<>(tree, !errors.heard);
  }

  /**
   * A line, parsed.
   *
   * @param tree as far as it could be built
   * @param valid whether it is as the grammar has it
   */
  public record Line<T>(T tree, boolean valid) {}

  private static final class Errors extends BaseErrorListener {
    private boolean heard;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String text,
        RecognitionException e) {
      heard = true;
    }
  }
}
