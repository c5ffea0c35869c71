package io.github.viplint.intake;

import io.github.viplint.capture.TextMap;
import java.util.Arrays;

/**
 * A line of a paste, or the part of one that stands for itself, cleaned of what terminals, pagers
 * and mails add.
 *
 * @param number of the line of the source that it begins in, from 1
 * @param last the line of the source that it ends in: another one when it had been wrapped
 * @param start where its text begins in the source
 * @param text the cleaned text, without line end
 * @param origins for each character of the text where it stands in the source; empty when they
 *     stand there one behind the other
 * @param glued it follows the line before it without a line end
 */
record Line(int number, int last, int start, String text, int[] origins, boolean glued) {
  static final int[] UNCHANGED = {};

  boolean isBlank() {
    return text.isEmpty() || text.charAt(0) <= ' ' && text.isBlank();
  }

  /** The part from {@code from} on, as a line that follows without a line end. */
  Line tail(int from) {
    return part(from, text.length(), true);
  }

  Line head(int to) {
    return part(0, to, glued);
  }

  /** The line without what stands before {@code from}. */
  Line without(int from) {
    return part(from, text.length(), glued);
  }

  /**
   * This line and the one that a terminal broke off it.
   *
   * @param separator what stood between them, a blank or nothing
   */
  Line joined(String separator, Line rest) {
    int before = text.length() + separator.length();
    int[] both = Arrays.copyOf(positions(), before + rest.text.length());
    Arrays.fill(both, text.length(), before, end());
    System.arraycopy(rest.positions(), 0, both, before, rest.text.length());
    return new Line(number, rest.last, start, text + separator + rest.text, both, glued);
  }

  private int[] positions() {
    if (origins.length == text.length()) {
      return origins;
    }
    int[] positions = new int[text.length()];
    Arrays.setAll(positions, i -> start + i);
    return positions;
  }

  private Line part(int from, int to, boolean isGlued) {
    return origins.length == 0
        ? new Line(number, last, start + from, text.substring(from, to), UNCHANGED, isGlued)
        : new Line(
            number,
            last,
            from < origins.length ? origins[from] : start,
            text.substring(from, to),
            Arrays.copyOfRange(origins, from, to),
            isGlued);
  }

  /** Where it ends in the source. */
  int end() {
    return origins.length == 0 ? start + text.length() : origins[origins.length - 1] + 1;
  }

  /** Adds the text and its newline to a capture. */
  void copyTo(TextMap.Builder capture, String source) {
    if (origins.length == 0) {
      capture.copy(source, start, start + text.length());
    } else {
      for (int i = 0; i < origins.length; i++) {
        if (source.charAt(origins[i]) == text.charAt(i)) {
          capture.copy(source, origins[i], origins[i] + 1);
        } else {
          capture.insert(text.substring(i, i + 1), origins[i]);
        }
      }
    }
    int end = end();
    if (end < source.length() && source.charAt(end) == '\n') {
      capture.copy(source, end, end + 1);
    } else {
      capture.insert("\n", Math.min(end, Math.max(0, source.length() - 1)));
    }
  }
}
