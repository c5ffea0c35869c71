package io.github.viplint.intake;

import io.github.viplint.capture.Source;
import java.util.Arrays;

/** The {@code >} that mails and tickets put before the lines that they quote. */
final class Quotes {
  private static final int DEEPEST = 8;
  private static final int FEWEST = 3;

  private final Source source;
  private final boolean[] quoted;

  private Quotes(Source source, boolean[] quoted) {
    this.source = source;
    this.quoted = quoted;
  }

  static Quotes in(Source source) {
    boolean[] quoted = new boolean[0];
    int lines = source.isSieved() ? 0 : source.lineCount(); // nobody quotes so much
    int from = 1;
    int marked = 0;
    boolean everyLine = true;
    for (int number = 1; number <= lines + 1; number++) {
      boolean blank = number <= lines && isBlank(source, number);
      boolean mark =
          number <= lines && !blank && source.text().charAt(source.lineStart(number)) == '>';
      if (mark || (blank && marked > 0)) {
        marked += mark ? 1 : 0;
        continue;
      }
      everyLine &= number > lines || blank;
      if (marked >= FEWEST || (marked > 0 && number > lines && everyLine)) {
        quoted = quoted.length == 0 ? new boolean[lines] : quoted;
        Arrays.fill(quoted, from - 1, number - 1, true);
      }
      marked = 0;
      from = number + 1;
    }
    return new Quotes(source, quoted);
  }

  private static boolean isBlank(Source source, int number) {
    for (int i = source.lineStart(number); i < source.lineEnd(number); i++) {
      if (source.text().charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Whether any line has a mark. */
  boolean any() {
    return quoted.length > 0;
  }

  /** Where the text of line {@code number} (from 1) begins, behind the marks. */
  int start(int number) {
    int at = source.lineStart(number);
    if (quoted.length == 0 || !quoted[number - 1]) {
      return at;
    }
    String text = source.text();
    int end = source.lineEnd(number);
    for (int depth = 0; depth < DEEPEST && at < end && text.charAt(at) == '>'; depth++) {
      at++;
      if (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }
}
