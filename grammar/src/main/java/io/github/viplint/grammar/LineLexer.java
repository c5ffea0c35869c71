package io.github.viplint.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.dfa.DFAState;
import org.antlr.v4.runtime.misc.Pair;

/**
 * Tells the tokens of one line after the other, for formats whose lines are words and nothing more.
 * Lexer and token are made once and used for every line. Belongs to one thread.
 *
 * <pre>{@code
 * lexer.line(text, from, to);
 * while (lexer.next()) {
 *   … lexer.type() … lexer.start() … lexer.end()
 * }
 * }</pre>
 */
public final class LineLexer {
  private final Lexer lexer;
  private int end;
  private final CharWindow stream = new CharWindow();
  private final CommonToken token = new CommonToken(Token.EOF);

  /**
   * @param lexer a new lexer that knows a token for every text, its input of no matter; a line feed
   *     is in no token but its own
   */
  public LineLexer(Lexer lexer) {
    this.lexer = lexer;
    lexer.setTokenFactory(new Reuse());
    lexer.setInterpreter(new Offsets(lexer, stream));
    lexer.setInputStream(stream);
  }

  /**
   * Goes on with the line of {@code text} from {@code from} (inclusive) to {@code to} (exclusive).
   */
  public void line(String text, int from, int to) {
    end = to;
    stream.show(text, from, to);
    lexer.reset();
  }

  /** Goes on to the next token, of any channel; false when there is none. */
  public boolean next() {
    lexer.nextToken();
    return token.getStartIndex() < end;
  }

  public int type() {
    return token.getType();
  }

  /** Where the token starts, in UTF-16 units from the start of the text. */
  public int start() {
    return token.getStartIndex();
  }

  /** Where it ends, exclusive. */
  public int end() {
    return token.getStopIndex() + 1;
  }

  /** Counts no lines and columns: a place is an offset here. */
  private static final class Offsets extends LexerATNSimulator {
    private final CharWindow window;

    Offsets(Lexer lexer, CharWindow window) {
      super(
          lexer,
          lexer.getATN(),
          lexer.getInterpreter().decisionToDFA,
          lexer.getInterpreter().getSharedContextCache());
      this.window = window;
    }

    /**
     * Goes the ways that the lexer remembers, which takes a third of the time that its own
     * bookkeeping takes; where one is new, the lexer finds it.
     */
    @Override
    public int match(CharStream input, int lexerMode) {
      int start = window.index();
      int at = start;
      int end = start;
      DFAState accepted = null;
      DFAState state = decisionToDFA[lexerMode].s0;
      while (state != null && state != ERROR) {
        if (state.isAcceptState) {
          accepted = state;
          end = at;
        }
        DFAState[] ways = state.edges;
        char c = window.at(at++);
        state = ways != null && c < ways.length ? ways[c] : null;
      }
      if (state == null || accepted == null) {
        return super.match(input, lexerMode);
      }
      accept(input, accepted.lexerActionExecutor, start, end, line, charPositionInLine);
      return accepted.prediction;
    }

    @Override
    public void consume(CharStream input) {
      input.consume();
    }
  }

  /** Fills the one token anew. */
  private final class Reuse implements TokenFactory<CommonToken> {
    @Override
    public CommonToken create(
        Pair<TokenSource, CharStream> source,
        int type,
        String text,
        int channel,
        int start,
        int stop,
        int line,
        int column) {
      token.setType(type);
      token.setStartIndex(start);
      token.setStopIndex(stop);
      return token;
    }

    @Override
    public CommonToken create(int type, String text) {
      throw new UnsupportedOperationException("a token without a place");
    }
  }
}
