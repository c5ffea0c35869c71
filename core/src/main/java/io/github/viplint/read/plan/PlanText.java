package io.github.viplint.read.plan;

/** A value as it stands in a capture, without the quotes or cell around it. */
record PlanText(String text, int start, int end) {
  /**
   * A part of a line, without blanks and marks around it.
   *
   * @param start where the line begins in the capture
   */
  static PlanText trimmed(String line, int from, int to, int start) {
    int first = from;
    int last = to;
    while (first < last && isAround(line.charAt(first))) {
      first++;
    }
    while (last > first && isAround(line.charAt(last - 1))) {
      last--;
    }
    return new PlanText(line.substring(first, last), start + first, start + last);
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || c == '`' || c == '*' || c == '"' || c == '\'' || c == ',';
  }

  /** The part from {@code from} to {@code to}; the text must stand in the capture as it is. */
  PlanText part(int from, int to) {
    return text.length() == end - start
        ? new PlanText(text.substring(from, to), start + from, start + to)
        : new PlanText(text.substring(from, to), start, end);
  }
}
