package io.github.viplint.grammar;

/**
 * Tells the tokens of one line after the other. Made once and used for every line. Belongs to one
 * thread.
 *
 * <pre>{@code
 * lexer.line(text, from, to);
 * while (lexer.next()) {
 *   … lexer.type() … lexer.start() … lexer.end()
 * }
 * }</pre>
 */
public final class LineLexer {
  private static final int FIRST_SIZE = 256;

  private final TokenTable table;

  /** The line: characters of an array are had in half the time of those of a string. */
  private char[] chars = new char[FIRST_SIZE];

  private int base;
  private int length;
  private int at;
  private int mode;
  private int start;
  private int type;
  private int channel;

  public LineLexer(TokenTable table) {
    this.table = table;
  }

  /**
   * Goes on with the line of {@code text} from {@code from} (inclusive) to {@code to} (exclusive).
   */
  public void line(String text, int from, int to) {
    base = from;
    length = to - from;
    at = 0;
    mode = 0;
    if (chars.length < length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    text.getChars(from, to, chars, 0);
  }

  /**
   * Goes on to the next token, of any channel; false when there is none. What is in no token is one
   * of type 0: up to the character, inclusive, with which none goes on.
   */
  public boolean next() {
    do {
      if (at == length) {
        return false;
      }
      start = at;
      token();
    } while (type == TokenTable.SKIPPED);
    return true;
  }

  /** The longest one. */
  private void token() {
    int seen = start;
    int state = table.start(mode);
    int accepted = TokenTable.NOWHERE;
    while (seen < length && (state = table.next(state, chars[seen])) != TokenTable.NOWHERE) {
      seen++;
      if (table.type(state) != TokenTable.UNKNOWN) {
        accepted = state;
        at = seen;
      }
    }
    type = table.type(accepted);
    if (accepted == TokenTable.NOWHERE) {
      at = Math.min(seen + 1, length);
      channel = 0;
    } else {
      channel = table.channel(accepted);
      mode = table.mode(accepted);
    }
  }

  public int type() {
    return type;
  }

  int channel() {
    return channel;
  }

  /** Where the token starts, in UTF-16 units from the start of the text. */
  public int start() {
    return base + start;
  }

  /** Where it ends, exclusive. */
  public int end() {
    return base + at;
  }
}
