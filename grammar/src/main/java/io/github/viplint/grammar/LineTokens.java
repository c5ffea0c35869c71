package io.github.viplint.grammar;

import org.antlr.v4.runtime.ANTLRErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The tokens of a line as a parser wants them. A place is an offset into the whole text here, in
 * UTF-16 units: no lines and columns are counted.
 */
final class LineTokens implements TokenSource {
  private final LineLexer lexer;
  private final ANTLRErrorListener listener;
  private TokenFactory<?> factory = CommonTokenFactory.DEFAULT;
  private CharStream input = new TextStream("", 0, 0);

  /**
   * @param listener hears of what is in no token; its column is the offset
   */
  LineTokens(TokenTable table, ANTLRErrorListener listener) {
    this.lexer = new LineLexer(table);
    this.listener = listener;
  }

  /** Goes on with a line, as {@link LineLexer#line}. */
  void line(String text, int from, int to) {
    lexer.line(text, from, to);
    input = new TextStream(text, from, to);
  }

  @Override
  public Token nextToken() {
    while (lexer.next()) {
      if (lexer.type() != TokenTable.UNKNOWN) {
        return token(lexer.type(), lexer.channel(), lexer.start(), lexer.end());
      }
      listener.syntaxError(null, null, 0, lexer.start(), "in no token", null);
    }
    return token(Token.EOF, Token.DEFAULT_CHANNEL, input.size(), input.size());
  }

  private Token token(int type, int channel, int start, int end) {
    return factory.create(
        new Pair<>(this, input), type, null, channel, start, end - 1, getLine(), start);
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return lexer.end();
  }

  @Override
  public CharStream getInputStream() {
    return input;
  }

  @Override
  public String getSourceName() {
    return input.getSourceName();
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    this.factory = factory;
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return factory;
  }
}
