package io.github.viplint.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What a lexer makes of any text, as the build found out ({@link LexerCompiler}): a run neither
 * reads the lexer's rules nor works out what follows from them.
 */
public final class TokenTable {
  /** The state from which no token is reached. */
  static final int NOWHERE = 0;

  /** The type of what is in no token. */
  static final int UNKNOWN = 0;

  /** The type of a token that nobody is to see. */
  static final int SKIPPED = 0xFF;

  /** The most states, kinds of characters, token types and modes that there is room for. */
  static final int MOST = 0xFE;

  private static final int ASCII = 0x80;
  private static final int BYTE = 0xFF;

  private final byte[] content;
  private final int kinds;
  private final int ranges;
  private final int modes;
  private final int states;
  private final int ways;

  /** For each character of ASCII, of which kind it is. */
  private final byte[] ascii = new byte[ASCII];

  private TokenTable(byte[] content) {
    this.content = content;
    this.kinds = content[0] & BYTE;
    this.ranges = Layout.HEAD;
    this.modes = ranges + Layout.RANGE * (content[1] & BYTE);
    this.states = modes + (content[2] & BYTE);
    this.ways = states + Layout.STATE * (content[3] & BYTE);
    for (int at = ranges; at < modes && first(at) < ASCII; at += Layout.RANGE) {
      Arrays.fill(ascii, first(at), ASCII, content[at + 2]);
    }
  }

  /** How the content is laid out, in bytes. */
  static final class Layout {
    /** How many kinds of characters, ranges of characters, modes and states there are. */
    static final int HEAD = 4;

    /** The first character of a range, the higher byte in front, and of which kind they are. */
    static final int RANGE = 3;

    /** The type of the token that ends here, its channel, and the mode behind it. */
    static final int STATE = 3;

    private Layout() {}
  }

  /**
   * @param made what {@link LexerCompiler} wrote for a lexer
   */
  static TokenTable of(InputStream made) {
    if (made == null) {
      throw new IllegalStateException("the build did not find out what the lexer does");
    }
    try (made) {
      return new TokenTable(made.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state in front of a token. */
  int start(int mode) {
    return content[modes + mode] & BYTE;
  }

  /** The state that a character leads to. */
  int next(int state, char c) {
    int kind = (c < ASCII ? ascii[c] : kind(c)) & BYTE;
    return content[ways + state * kinds + kind] & BYTE;
  }

  private byte kind(char c) {
    int at = modes - Layout.RANGE;
    while (first(at) > c) {
      at -= Layout.RANGE;
    }
    return content[at + 2];
  }

  private int first(int range) {
    return (content[range] & BYTE) << Byte.SIZE | content[range + 1] & BYTE;
  }

  /** The type of the token that ends in a state; {@link #UNKNOWN} where none does. */
  int type(int state) {
    return content[states + Layout.STATE * state] & BYTE;
  }

  int channel(int state) {
    return content[states + Layout.STATE * state + 1];
  }

  /** The mode behind the token that ends in a state. */
  int mode(int state) {
    return content[states + Layout.STATE * state + 2];
  }
}
