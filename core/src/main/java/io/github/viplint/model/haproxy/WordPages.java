package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Capture;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a haproxy.cfg keep their words while the file is read: many lines share a
 * page, for a file of a million lines has no room for arrays of each line's own. Belongs to one
 * thread.
 */
public final class WordPages {
  /** The words of a page, and more than any line has. */
  private static final int SIZE = 4096;

  /**
   * Words of one capture.
   *
   * @param bounds start and end of each word in the capture's text, quotes included
   * @param values the value of a word where it is at hand; of a cooked one always
   */
  record Page(Capture capture, int[] bounds, @Nullable String[] values) {
    Page(Capture capture, int words) {
      this(capture, new int[2 * words], new String[words]);
    }
  }

  private Page page;
  private int used;

  public WordPages(Capture capture) {
    this.page = new Page(capture, Math.min(SIZE, capture.text().length() / 2 + 64));
  }

  /**
   * Makes a line of words, the keyword's value among {@code values}; the arrays may be used again.
   *
   * @param words how many there are, a prefix included
   * @param bounds start and end of each word in the capture's text, quotes included
   * @param values the value of a word where it differs from its text, or is at hand; else null
   */
  public Directive line(
      Directive.Prefix prefix,
      int words,
      int[] bounds,
      @Nullable String[] values,
      Directive.Cooked cooked) {
    if (used + words > page.values().length) {
      page = new Page(page.capture(), Math.max(SIZE, words));
      used = 0;
    }
    System.arraycopy(bounds, 0, page.bounds(), 2 * used, 2 * words);
    System.arraycopy(values, 0, page.values(), used, words);
    Directive line = new Directive(page, used, words, prefix, cooked);
    used += words;
    return line;
  }
}
