package io.github.viplint.read.line;

/** Lines that belong together, made one again. */
public final class Wrapped {
  private Wrapped() {}

  /**
   * The lines of {@code text} between {@code start} and {@code end}, without blanks around them and
   * without blank lines, with {@code separator} between them.
   *
   * @param longest where to stop, in characters; the last line may go beyond
   */
  public static String join(String text, int start, int end, String separator, int longest) {
    StringBuilder joined = new StringBuilder();
    for (int from = start; from < end && joined.length() < longest; ) {
      int to = lineEnd(text, from, end);
      String line = text.substring(from, Math.min(to, from + longest)).strip();
      if (!line.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : separator).append(line);
      }
      from = to + 1;
    }
    return joined.toString();
  }

  /**
   * The same for lines that a terminal broke: nothing stands between a line that reaches the right
   * edge and the next, and the blank that was lost there where one does not.
   */
  public static String joinAtEdge(String text, int start, int end, int longest) {
    int edge = 0;
    for (int from = start; from < end; from = lineEnd(text, from, end) + 1) {
      edge = Math.max(edge, lineEnd(text, from, end) - from);
    }
    StringBuilder joined = new StringBuilder();
    boolean broken = true;
    for (int from = start; from < end && joined.length() < longest; ) {
      int to = lineEnd(text, from, end);
      String line = text.substring(from, Math.min(to, from + longest));
      if (!line.isBlank()) {
        joined.append(broken ? "" : " ").append(line);
        broken = to - from == edge;
      }
      from = to + 1;
    }
    return joined.toString().strip();
  }

  private static int lineEnd(String text, int from, int end) {
    int lf = text.indexOf('\n', from);
    return lf < 0 || lf > end ? end : lf;
  }
}
