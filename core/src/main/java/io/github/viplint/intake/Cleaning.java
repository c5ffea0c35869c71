package io.github.viplint.intake;

import io.github.viplint.capture.Source;
import java.util.Arrays;

/**
 * Takes from lines what was not on the host: colours, titles, carriage returns, byte order marks,
 * trailing blanks. Odd blanks become plain ones, and the quotes and dashes that word processors put
 * in become those of a keyboard.
 */
final class Cleaning {
  private final Source source;
  private boolean touched;

  Cleaning(Source source) {
    this.source = source;
  }

  /** Something was there that only a terminal puts there. */
  boolean touched() {
    return touched;
  }

  /** Line {@code number} (from 1) of the source, from the offset {@code start} on. */
  Line line(int number, int start) {
    String text = source.text();
    int end = source.lineEnd(number);
    for (int i = start; i < end; i++) {
      if (isOdd(text.charAt(i))) {
        return odd(number, start, end);
      }
    }
    while (end > start && isTrailing(text.charAt(end - 1))) {
      end--;
    }
    return new Line(number, number, start, text.substring(start, end), Line.UNCHANGED, false);
  }

  private static boolean isTrailing(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static boolean isOdd(char c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    return c < ' ' && c != '\t' && c != '\r'
        || c >= 0x7F && c <= 0xA0
        || c >= 0x2000 && c <= 0x200F
        || c == 0x202F
        || c == 0x2060
        || c == 0x3000
        || c == 0xFEFF
        || c == 0xAD
        || c != typed(c);
  }

  private Line odd(int number, int start, int end) {
    String text = source.text();
    StringBuilder out = new StringBuilder(end - start);
    int[] origins = new int[end - start];
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c == 0x1B || c == 0x9B) {
        touched = true;
        i = behindEscape(i, end);
        continue;
      }
      if (c == '\b') {
        out.setLength(Math.max(0, out.length() - 1));
      } else if (isBlankOfAnyWidth(c)) {
        origins[out.length()] = i;
        out.append(' ');
      } else if (c != typed(c) || !isOdd(c)) {
        origins[out.length()] = i;
        out.append(typed(c));
      }
      i++;
    }
    int length = out.length();
    while (length > 0 && isTrailing(out.charAt(length - 1))) {
      length--;
    }
    return new Line(
        number, number, start, out.substring(0, length), Arrays.copyOf(origins, length), false);
  }

  /** What was typed where a word processor put in something finer. */
  private static char typed(char c) {
    return switch (c) {
      case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
      case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      default -> c;
    };
  }

  private static boolean isBlankOfAnyWidth(char c) {
    return c == 0xA0 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x3000;
  }

  /** The offset behind the escape sequence at {@code start}: CSI, OSC or two characters. */
  private int behindEscape(int start, int end) {
    String text = source.text();
    int i = start + 1;
    char kind = text.charAt(start) == 0x9B ? '[' : i < end ? text.charAt(i++) : ' ';
    if (kind == '[') {
      while (i < end && (text.charAt(i) < 0x40 || text.charAt(i) > 0x7E)) {
        i++;
      }
      return Math.min(end, i + 1);
    }
    if (kind == ']') {
      while (i < end && text.charAt(i) != 0x07 && text.charAt(i) != 0x1B) {
        i++;
      }
      boolean terminator = i + 1 < end && text.charAt(i) == 0x1B && text.charAt(i + 1) == '\\';
      return Math.min(end, i + (terminator ? 2 : 1));
    }
    return kind == '(' || kind == ')' ? Math.min(end, i + 1) : i;
  }
}
