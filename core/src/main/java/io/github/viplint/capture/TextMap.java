package io.github.viplint.capture;

import java.util.Arrays;

/**
 * Where each character of a capture's text stands in its source. A capture is cut out of a paste
 * and cleaned (quote marks, colours and prompts go), so its text is a sequence of runs, each copied
 * unchanged from the source.
 */
public final class TextMap {
  private final int[] starts;
  private final int[] sourceStarts;
  private final int[] lengths;

  private TextMap(int[] starts, int[] sourceStarts, int[] lengths) {
    this.starts = starts;
    this.sourceStarts = sourceStarts;
    this.lengths = lengths;
  }

  /** The map of a capture that is the whole of its source, unchanged. */
  public static TextMap identity(int length) {
    return new TextMap(new int[] {0}, new int[] {0}, new int[] {length});
  }

  /**
   * The offset in the source of the character at {@code offset}; inserted text maps to where it was
   * inserted.
   */
  public int toSource(int offset) {
    int i = run(offset);
    return sourceStarts[i] + Math.min(offset - starts[i], lengths[i]);
  }

  /**
   * The source offset just behind the text that ends at {@code end}, never before {@code
   * toSource(start)}.
   */
  public int endToSource(int start, int end) {
    return end <= start ? toSource(start) : toSource(end - 1) + 1;
  }

  private int run(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /**
   * Adds the text from {@code start} to {@code end}, and where it came from, to {@code builder}.
   */
  void copy(String text, String sourceText, int start, int end, Builder builder) {
    int at = start;
    while (at < end) {
      int i = run(at);
      int runEnd = i + 1 < starts.length ? starts[i + 1] : text.length();
      int stop = Math.min(end, runEnd);
      int copied = Math.min(stop, starts[i] + lengths[i]);
      if (at < copied) {
        builder.copy(sourceText, toSource(at), toSource(at) + copied - at);
        at = copied;
      }
      if (at < stop) {
        builder.insert(text.substring(at, stop), toSource(at));
        at = stop;
      }
    }
  }

  /** Takes the parts of a text, one after the other. */
  @FunctionalInterface
  interface Parts {
    /**
     * @param source where it stands in the source, or, unless it is copied, where it was put in
     * @param copied whether the source has it
     */
    void part(int start, int end, int source, boolean copied);
  }

  /** Goes through the text from {@code start} to {@code end}, by what of it the source has. */
  void parts(int start, int end, Parts taker) {
    int at = start;
    while (at < end) {
      int i = run(at);
      int stop = i + 1 < starts.length ? Math.min(end, starts[i + 1]) : end;
      int copied = Math.min(stop, starts[i] + lengths[i]);
      if (at < copied) {
        taker.part(at, copied, toSource(at), true);
      }
      if (Math.max(at, copied) < stop) {
        taker.part(Math.max(at, copied), stop, toSource(stop - 1), false);
      }
      at = stop;
    }
  }

  /** Builds the text and its map together. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[8];
    private int[] sourceStarts = new int[8];
    private int[] lengths = new int[8];
    private int runs;

    /** Copies {@code source[from, to)} to the end of the text. */
    public Builder copy(String source, int from, int to) {
      if (from == to) {
        return this;
      }
      if (runs > 0
          && sourceStarts[runs - 1] + lengths[runs - 1] == from
          && starts[runs - 1] + lengths[runs - 1] == text.length()) {
        lengths[runs - 1] += to - from;
      } else {
        run(from, to - from);
      }
      text.append(source, from, to);
      return this;
    }

    /** Puts in text that the source does not have, standing for what is at {@code sourceOffset}. */
    public Builder insert(String inserted, int sourceOffset) {
      if (!inserted.isEmpty()) {
        run(sourceOffset, 0);
        text.append(inserted);
      }
      return this;
    }

    private void run(int sourceStart, int length) {
      if (runs == starts.length) {
        starts = Arrays.copyOf(starts, runs * 2);
        sourceStarts = Arrays.copyOf(sourceStarts, runs * 2);
        lengths = Arrays.copyOf(lengths, runs * 2);
      }
      starts[runs] = text.length();
      sourceStarts[runs] = sourceStart;
      lengths[runs++] = length;
    }

    public int length() {
      return text.length();
    }

    public String text() {
      return text.toString();
    }

    public TextMap map() {
      return runs == 0
          ? identity(0)
          : new TextMap(
              Arrays.copyOf(starts, runs),
              Arrays.copyOf(sourceStarts, runs),
              Arrays.copyOf(lengths, runs));
    }
  }
}
