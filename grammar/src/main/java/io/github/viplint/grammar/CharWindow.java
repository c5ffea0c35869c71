package io.github.viplint.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A line of a text as ANTLR's input, copied out and used again for the next one: characters of an
 * array are had in half the time of those of a string. Its indexes are offsets into the whole text.
 *
 * <p>Behind the line there are line feeds without end, whatever the text has there. A lexer
 * remembers where a character leads, but never where the end of the input does: to find that out
 * anew for each line takes it as long as the line itself.
 */
final class CharWindow implements CharStream {
  private static final int FIRST_SIZE = 256;

  private char[] chars = new char[FIRST_SIZE];
  private int base;
  private int length;
  private int at;

  /** Goes on with another line. */
  void show(String text, int start, int end) {
    base = start;
    length = end - start;
    at = 0;
    if (chars.length < length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    text.getChars(start, end, chars, 0);
  }

  /** The character at an offset into the whole text, which is not before the line. */
  char at(int offset) {
    int wanted = offset - base;
    return wanted < length ? chars[wanted] : '\n';
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int LA(int i) {
    int wanted = at + i - 1;
    return i <= 0 ? IntStream.EOF : wanted < length ? chars[wanted] : '\n';
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return base + at;
  }

  @Override
  public void seek(int to) {
    at = Math.max(0, to - base);
  }

  @Override
  public int size() {
    return base + length;
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.max(0, interval.a - base);
    int to = Math.min(length, interval.b + 1 - base);
    return from < to ? new String(chars, from, to - from) : "";
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }
}
