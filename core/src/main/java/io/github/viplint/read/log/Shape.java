package io.github.viplint.read.log;

/** Looks at a few characters of a text without copying them. */
final class Shape {
  private Shape() {}

  /**
   * Whether {@code text} goes on at {@code from} like {@code shape}, in which {@code #} stands for
   * a digit.
   */
  static boolean matches(String shape, String text, int from, int to) {
    if (to - from < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char wanted = shape.charAt(i);
      char c = text.charAt(from + i);
      if (wanted == '#' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }
}
