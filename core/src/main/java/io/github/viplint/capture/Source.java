package io.github.viplint.capture;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One text as it was handed in: a file, an archive member or standard input. Immutable; lines are
 * found once and counted from 1. A line ends at LF; a CR before it belongs to the line's end.
 */
public final class Source {
  private final String file;
  private final String text;
  private final Charset charset;
  private final Supplier<String> sha256;
  private final Mask mask;
  private final int[] lineStarts;

  /**
   * @param file the path as given, {@code bundle.tgz!/member}, or {@code -} for standard input
   * @param text the decoded text, without byte order mark
   * @param charset what the bytes were decoded with
   * @param sha256 tells that of the bytes, in lower-case hexadecimal
   */
  public Source(String file, String text, Charset charset, Supplier<String> sha256, Mask mask) {
    this.file = Objects.requireNonNull(file);
    this.text = Objects.requireNonNull(text);
    this.charset = Objects.requireNonNull(charset);
    this.sha256 = Objects.requireNonNull(sha256);
    this.mask = Objects.requireNonNull(mask);
    this.lineStarts = lineStarts(text);
  }

  /**
   * A source whose bytes are known already.
   *
   * @param sha256 of the bytes, in lower-case hexadecimal
   */
  public Source(String file, String text, Charset charset, String sha256, Mask mask) {
    this(file, text, charset, () -> sha256, mask);
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

  public Charset charset() {
    return charset;
  }

  /** Of the bytes, in lower-case hexadecimal; worked out anew at each call. */
  public String sha256() {
    return sha256.get();
  }

  /**
   * The number of lines; an empty text has none, and a last line counts with or without its
   * newline.
   */
  public int lineCount() {
    return text.isEmpty() ? 0 : lineStarts.length;
  }

  /** The line, from 1, that holds the character at {@code offset}. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column, from 1, in UTF-16 units. */
  public int columnOf(int offset) {
    return offset - lineStarts[lineOf(offset) - 1] + 1;
  }

  /** Where line {@code line} (from 1) begins. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Where line {@code line} (from 1) ends, before its CR and LF. */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    if (end > lineStarts[line - 1] && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > lineStarts[line - 1] && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
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

  /**
   * The same source with another text, as after an edit. Masks by position no longer fit and are
   * dropped.
   */
  public Source withText(String newText, Mask newMask) {
    return new Source(file, newText, charset, sha256, newMask);
  }

  @Override
  public String toString() {
    return file;
  }
}
