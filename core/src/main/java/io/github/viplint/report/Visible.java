package io.github.viplint.report;

/**
 * Text made fit for a terminal: what would steer it, hide in it or turn its direction is shown as a
 * sign or by its number. Everything captured goes through here before it is printed.
 */
public final class Visible {
  private Visible() {}

  /** The text with tabs kept and every other control or format character made visible. */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int c = text.codePointAt(i);
      append(c, shown);
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /** The same on one line: tabs become blanks too. */
  public static String line(String text) {
    return of(text).replace('\t', ' ');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f || c == '\t';
  }

  private static void append(int c, StringBuilder shown) {
    if (c == '\t') {
      shown.append('\t');
    } else if (c < ' ') {
      shown.append((char) (0x2400 + c)); // the pictures of the C0 characters: ␀ to ␟
    } else if (c == 0x7f) {
      shown.append('\u2421');
    } else if (isHidden(c)) {
      shown.append(String.format("<U+%04X>", c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> c == 0xa0; // the blank that looks like one and is none
    };
  }
}
