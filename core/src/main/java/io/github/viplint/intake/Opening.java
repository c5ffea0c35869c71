package io.github.viplint.intake;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the texts begin that a pattern matches, as bits: for each of their first two characters that
 * are no space, one for each character that it may be; once for texts that begin with it, and once
 * for those that are indented.
 */
final class Opening {
  /** Stands for itself and all characters behind it. */
  static final int OTHERS = 0x7F;

  /** Stands for the end of the text, and for NUL. */
  private static final int END = 0;

  private static final int BITS_OF_GROUP = 7;

  /** How many bytes the bits of one character are. */
  private static final int CHARACTER = (OTHERS + 1) / Byte.SIZE;

  private static final int BOTH = 2 * CHARACTER;

  /** How many bytes the bits of one pattern are. */
  private static final int SIZE = 2 * BOTH;

  /** A pattern that takes so many spaces takes more as well. */
  private static final int MOST_SPACES = 40;

  private Opening() {}

  /** The number of the beginning of {@code text}: texts with the same have the same patterns. */
  static int of(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int indented = at > 0 ? 1 : 0;
    return (indented << BITS_OF_GROUP | group(text, at)) << BITS_OF_GROUP | group(text, at + 1);
  }

  private static int group(String text, int at) {
    return at < text.length() ? Math.min(text.charAt(at), OTHERS) : END;
  }

  /**
   * Whether a text with this beginning may match pattern number {@code pattern} of {@code bits}.
   */
  static boolean mayBe(byte[] bits, int pattern, int beginning) {
    int from = pattern * SIZE + (beginning >> 2 * BITS_OF_GROUP) * BOTH;
    return isSet(bits, from, beginning >> BITS_OF_GROUP & OTHERS)
        && isSet(bits, from + CHARACTER, beginning & OTHERS);
  }

  /** Asks the pattern itself, which is matched as a whole. */
  static byte[] of(Pattern pattern) {
    byte[] bits = new byte[SIZE];
    mark(pattern, "", bits, 0);
    String spaces = " ";
    while (spaces.length() < MOST_SPACES && mayBegin(pattern, spaces)) {
      mark(pattern, spaces, bits, BOTH);
      spaces += " ";
    }
    return bits;
  }

  private static void mark(Pattern pattern, String front, byte[] bits, int from) {
    if (pattern.matcher(front).matches()) {
      set(bits, from, END);
      set(bits, from + CHARACTER, END);
    }
    for (char c = 0; c < OTHERS; c++) {
      if (c != ' ' && mayBegin(pattern, front + c)) {
        set(bits, from, c);
        if (pattern.matcher(front + c).matches()) {
          set(bits, from + CHARACTER, END);
        }
        for (char next = 0; next < OTHERS; next++) {
          if (mayBegin(pattern, front + c + next)) {
            set(bits, from + CHARACTER, next);
          }
        }
      }
    }
    for (int c = OTHERS; c <= Character.MAX_VALUE; c++) {
      if (mayBegin(pattern, front + (char) c)) {
        set(bits, from, OTHERS);
        // too many to try what follows
        Arrays.fill(bits, from + CHARACTER, from + BOTH, (byte) -1);
        break;
      }
    }
    set(bits, from + CHARACTER, OTHERS);
  }

  private static boolean mayBegin(Pattern pattern, String prefix) {
    Matcher matcher = pattern.matcher(prefix);
    // at the end of its input it might have matched had there been more
    return matcher.matches() || matcher.hitEnd();
  }

  private static boolean isSet(byte[] bits, int from, int bit) {
    return (bits[from + (bit >> 3)] >> (bit & 7) & 1) != 0;
  }

  private static void set(byte[] bits, int from, int bit) {
    bits[from + (bit >> 3)] |= (byte) (1 << (bit & 7));
  }
}
