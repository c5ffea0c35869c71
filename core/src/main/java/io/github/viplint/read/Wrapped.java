package io.github.viplint.read;

/** Lines that belong together, made one again. */
final class Wrapped {
  private Wrapped() {}

  /**
   * The lines of {@code text} between {@code start} and {@code end}, without blanks around them and
   * without blank lines, with {@code separator} between them.
   *
   * @param longest where to stop, in characters; the last line may go beyond
   */
  static String join(String text, int start, int end, String separator, int longest) {
    StringBuilder joined = new StringBuilder();
    for (int from = start; from < end && joined.length() < longest; ) {
      int lf = text.indexOf('\n', from);
      int to = lf < 0 || lf > end ? end : lf;
      String line = text.substring(from, Math.min(to, from + longest)).strip();
      if (!line.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : separator).append(line);
      }
      from = to + 1;
    }
    return joined.toString();
  }
}
