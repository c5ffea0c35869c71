package io.github.viplint.grammar;

import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses one line, or one entry of a few lines, at a time. Lexer and parser are made once and used
 * for every line, and no tree outlives its line, so a file of any size is read in bounded memory.
 * Belongs to one thread.
 *
 * @param <P> the generated parser
 * @param <T> the context of the start rule
 */
public final class LineParser<P extends Parser, T extends ParserRuleContext> {
  private final Lexer lexer;
  private final Alphabet alphabet;
  private final CommonTokenStream tokens;
  private final P parser;
  private final Function<P, T> start;
  private final FirstError error = new FirstError();

  /**
   * @param lexer a new lexer, its input of no matter
   * @param parser makes the parser of a token stream
   * @param start calls the start rule, which must end in EOF
   */
  public LineParser(Lexer lexer, Function<CommonTokenStream, P> parser, Function<P, T> start) {
    this.lexer = lexer;
    this.alphabet = Alphabet.of(lexer);
    this.tokens = new CommonTokenStream(lexer);
    this.parser = parser.apply(tokens);
    this.start = start;
    lexer.removeErrorListeners();
    lexer.addErrorListener(error);
    this.parser.removeErrorListeners();
    this.parser.addErrorListener(error);
    this.parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** Parses {@code text}. Offsets of its tokens are UTF-16 units from its start. */
  public Line<T> parse(String text) {
    return parse(text, 0, text.length());
  }

  /**
   * Parses {@code text} from {@code from} (inclusive) to {@code to} (exclusive) without copying it.
   * Offsets of its tokens and of an error are UTF-16 units from the start of {@code text}.
   */
  public Line<T> parse(String text, int from, int to) {
    error.clear();
    lexer.setInputStream(new TextStream(alphabet, text, from, to));
    tokens.setTokenSource(lexer);
    parser.setTokenStream(tokens);
    T tree = start.apply(parser);
    return new Line<>(tree, error.offset, error.message);
  }

  /**
   * A line, parsed.
   *
   * @param tree as far as it could be built
   * @param errorOffset where the first error stands, counted as the tokens are; -1 when there is
   *     none
   * @param error the first error's message; empty when there is none
   */
  public record Line<T>(T tree, int errorOffset, String error) {
    public boolean valid() {
      return errorOffset < 0;
    }
  }

  private static final class FirstError extends BaseErrorListener {
    private int offset;
    private String message = "";

    void clear() {
      offset = -1;
      message = "";
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String text,
        RecognitionException e) {
      if (offset < 0) {
        offset =
            symbol instanceof Token token
                ? token.getStartIndex()
                : e instanceof LexerNoViableAltException lexing ? lexing.getStartIndex() : column;
        message = text;
      }
    }
  }
}
