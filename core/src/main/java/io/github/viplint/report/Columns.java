package io.github.viplint.report;

/** How many columns of a terminal text takes. */
final class Columns {
  private static final int TAB = 8;

  /** First and last code points of the blocks that take two columns (Unicode East Asian Width). */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f,
    0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd
  };

  private Columns() {}

  /** The columns of text without tabs. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** The text with each tab as the blanks that lead to its stop. */
  static String withoutTabs(String text, int startColumn) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder();
    int column = startColumn;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t') {
        int blanks = TAB - column % TAB;
        expanded.append(" ".repeat(blanks));
        column += blanks;
      } else {
        expanded.appendCodePoint(c);
        column += of(c);
      }
    }
    return expanded.toString();
  }

  /** The text and as many blanks as fill {@code width}. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (c >= WIDE[i] && c <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
