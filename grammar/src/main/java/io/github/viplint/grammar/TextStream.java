package io.github.viplint.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A stretch of a text as ANTLR's input, without a copy. Its indexes are offsets into the whole
 * text, in UTF-16 units, so a token knows where it stands in the file.
 */
final class TextStream implements CharStream {
  private final String text;
  private final int start;
  private final int end;
  private int index;

  TextStream(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.index = start;
  }

  @Override
  public void consume() {
    if (index >= end) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index++;
  }

  @Override
  public int LA(int i) {
    int at = i > 0 ? index + i - 1 : index + i;
    return i != 0 && at >= start && at < end ? text.charAt(at) : IntStream.EOF;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.max(start, Math.min(to, end));
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.max(start, interval.a);
    int to = Math.min(end, interval.b + 1);
    return from < to ? text.substring(from, to) : "";
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }
}
