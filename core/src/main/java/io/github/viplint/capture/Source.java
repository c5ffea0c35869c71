package io.github.viplint.capture;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One text as it was handed in: a file, an archive member or standard input. Immutable; lines are
 * found once and counted from 1. A line ends at LF; a CR before it belongs to the line's end.
 *
 * <p>Of a large log the text holds only the lines that matter. They have the numbers that they have
 * in the file; a line that was left out is empty and stands where it was.
 */
public final class Source {
  private final String file;
  private final String text;
  private final Encoding encoding;
  private final Supplier<String> sha256;
  private final Mask mask;
  private final LineNumbers numbers;
  private volatile int @Nullable [] lineStarts;

  /**
   * A text that is whole.
   *
   * @param file the path as given, {@code bundle.tgz!/member}, or {@code -} for standard input
   * @param text the decoded text, without byte order mark
   * @param charset what the bytes were decoded with
   * @param sha256 of the bytes, in lower-case hexadecimal
   */
  public Source(String file, String text, Charset charset, String sha256, Mask mask) {
    this(file, text, LineNumbers.ALL, new Encoding(charset, false), () -> sha256, mask);
  }

  /**
   * A text of which some lines may have been left out.
   *
   * @param numbers of the lines of {@code text}
   * @param encoding how the bytes were decoded
   * @param sha256 tells that of all bytes of the file, in lower-case hexadecimal
   */
  public Source(
      String file,
      String text,
      LineNumbers numbers,
      Encoding encoding,
      Supplier<String> sha256,
      Mask mask) {
    this.file = Objects.requireNonNull(file);
    this.text = Objects.requireNonNull(text);
    this.encoding = Objects.requireNonNull(encoding);
    this.sha256 = Objects.requireNonNull(sha256);
    this.mask = Objects.requireNonNull(mask);
    this.numbers = Objects.requireNonNull(numbers);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int lf = text.indexOf('\n');
        lf >= 0 && lf + 1 < text.length();
        lf = text.indexOf('\n', lf + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = lf + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  public String file() {
    return file;
  }

  /**
   * The raw text. For readers; whatever a person sees comes from {@link #shownLine} or {@link
   * #shown}.
   */
  public String text() {
    return text;
  }

  /** How the bytes of the file are this text. */
  public Encoding encoding() {
    return encoding;
  }

  /**
   * Of the bytes, in lower-case hexadecimal; may be worked out anew at each call. Empty when the
   * text is not that of the bytes, since names and addresses were replaced.
   */
  public String sha256() {
    return sha256.get();
  }

  /**
   * The number of lines, those left out included; an empty text has none, and a last line counts
   * with or without its newline.
   */
  public int lineCount() {
    return numbers.total(text.isEmpty() ? 0 : lineStarts().length);
  }

  /** The numbers, from 1, of the lines that are there: all but those left out of a large log. */
  public IntStream lines() {
    return numbers.all(text.isEmpty() ? 0 : lineStarts().length);
  }

  /** Whether lines were left out. */
  public boolean isSieved() {
    return !numbers.all();
  }

  /** The line, from 1, that holds the character at {@code offset}. */
  public int lineOf(int offset) {
    return numbers.number(index(offset));
  }

  /** The column, from 1, in UTF-16 units. */
  public int columnOf(int offset) {
    return offset - lineStarts()[index(offset)] + 1;
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Where line {@code line} (from 1) begins. */
  public int lineStart(int line) {
    int index = numbers.index(line);
    return index >= 0 ? lineStarts()[index] : startOf(-index - 1);
  }

  /** Where line {@code line} (from 1) ends, before its CR and LF. */
  public int lineEnd(int line) {
    int index = numbers.index(line);
    if (index < 0) {
      return startOf(-index - 1);
    }
    int start = startOf(index);
    int end = startOf(index + 1);
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  private int startOf(int index) {
    int[] starts = lineStarts();
    return index < starts.length ? starts[index] : text.length();
  }

  /** How many lines were left out right before the one that holds {@code offset}. */
  public int leftOutBefore(int offset) {
    return numbers.all() ? 0 : numbers.leftOutBefore(index(offset));
  }

  /** How many lines were left out behind the last one that is there. */
  public int leftOutBehind() {
    return text.isEmpty() || numbers.all()
        ? 0
        : lineCount() - numbers.number(lineStarts().length - 1);
  }

  /** Line {@code line} (from 1) without its end, secrets masked. */
  public String shownLine(int line) {
    return shown(lineStart(line), lineEnd(line));
  }

  /** A sentence that may quote this source, secrets masked. */
  public String masked(String sentence) {
    return mask.shown(sentence, 0, sentence.length());
  }

  /** The text from {@code start} to {@code end}, secrets masked. */
  public String shown(int start, int end) {
    return mask.shown(text, start, end);
  }

  /** Where secrets stand in the text, in order and apart. */
  public List<Secret> secrets() {
    return mask.secrets(text);
  }

  @Override
  public String toString() {
    return file;
  }
}
