package io.github.viplint.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A stretch of a text as ANTLR's input, copied out and used again for the next one: characters of
 * an array are had in half the time of those of a string. Its indexes are offsets into the whole
 * text.
 */
final class CharWindow implements CharStream {
  private static final int FIRST_SIZE = 256;

  private char[] chars = new char[FIRST_SIZE];
  private int base;
  private int length;
  private int at;

  /** Goes on with another stretch. */
  void show(String text, int start, int end) {
    base = start;
    length = end - start;
    at = 0;
    if (chars.length < length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    text.getChars(start, end, chars, 0);
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int LA(int i) {
    int wanted = at + i - 1;
    return i > 0 && wanted < length ? chars[wanted] : IntStream.EOF;
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
    at = Math.max(0, Math.min(to - base, length));
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
