package io.github.viplint.intake;

import io.github.viplint.capture.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a source, cleaned: colours, quote marks, carriage returns, byte order marks and
 * trailing blanks go, odd blanks become plain ones, and what was glued to a line stands for itself.
 */
final class Lines {
  /** A record of kubectl's log that follows another without a line end. */
  private static final Pattern GLUED_RECORD =
      Pattern.compile("(?<=\\S)(?:(?:ERRO|FATA|WARN|INFO|DEBU)\\[\\d{4}\\] |time=\"\\d{4}-)");

  private static final int MOST_USERS = 16;
  private static final int DEEPEST_QUOTE = 8;
  private static final int FEWEST_QUOTED = 3;

  private final Source source;
  private final List<Line> cleaned = new ArrayList<>();
  private final Set<String> users = new LinkedHashSet<>();
  private boolean touched;

  private Lines(Source source) {
    this.source = source;
  }

  static Lines of(Source source) {
    Lines lines = new Lines(source);
    boolean[] quoted = lines.quoted();
    for (int number = 1; number <= source.lineCount(); number++) {
      lines.split(lines.clean(number, quoted.length > 0 && quoted[number - 1]));
    }
    return lines;
  }

  List<Line> all() {
    return cleaned;
  }

  /**
   * Something was there that only a terminal, a pager or a mail puts there: colours, quote marks, a
   * glued record.
   */
  boolean touched() {
    return touched;
  }

  /** Which lines a mail or ticket quotes; empty when none. */
  private boolean[] quoted() {
    String text = source.text();
    boolean[] quoted = new boolean[0];
    int lines = source.lineCount();
    int from = 1;
    int marked = 0;
    boolean everyLine = true;
    for (int number = 1; number <= lines + 1; number++) {
      boolean blank = number <= lines && isBlank(number);
      boolean mark = number <= lines && !blank && text.charAt(source.lineStart(number)) == '>';
      if (mark || (blank && marked > 0)) {
        marked += mark ? 1 : 0;
        continue;
      }
      everyLine &= number > lines || blank;
      if (marked >= FEWEST_QUOTED || (marked > 0 && number > lines && everyLine)) {
        quoted = quoted.length == 0 ? new boolean[lines] : quoted;
        Arrays.fill(quoted, from - 1, number - 1, true);
      }
      marked = 0;
      from = number + 1;
    }
    return quoted;
  }

  private boolean isBlank(int number) {
    for (int i = source.lineStart(number); i < source.lineEnd(number); i++) {
      if (!Character.isWhitespace(source.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private Line clean(int number, boolean isQuoted) {
    String text = source.text();
    int start = source.lineStart(number);
    int end = source.lineEnd(number);
    if (isQuoted) {
      int unquoted = unquote(start, end);
      touched |= unquoted > start;
      start = unquoted;
    }
    for (int i = start; i < end; i++) {
      if (isOdd(text.charAt(i))) {
        return cleanOdd(number, start, end);
      }
    }
    while (end > start && isTrailing(text.charAt(end - 1))) {
      end--;
    }
    return new Line(number, start, text.substring(start, end), Line.UNCHANGED, false);
  }

  private int unquote(int start, int end) {
    String text = source.text();
    int at = start;
    for (int depth = 0; depth < DEEPEST_QUOTE && at < end && text.charAt(at) == '>'; depth++) {
      at++;
      if (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static boolean isTrailing(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static boolean isOdd(char c) {
    return c < ' ' && c != '\t' && c != '\r'
        || c == 0x7F
        || c >= 0x80 && c <= 0xA0
        || c >= 0x2000 && c <= 0x200F
        || c == 0x202F
        || c == 0x2060
        || c == 0x3000
        || c == 0xFEFF
        || c == 0xAD;
  }

  private Line cleanOdd(int number, int start, int end) {
    String text = source.text();
    StringBuilder out = new StringBuilder(end - start);
    int[] origins = new int[end - start];
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c == 0x1B || c == 0x9B) {
        touched = true;
        i = behindEscape(i, end);
        continue;
      }
      if (c == '\b') {
        out.setLength(Math.max(0, out.length() - 1));
      } else if (isBlankOfAnyWidth(c)) {
        origins[out.length()] = i;
        out.append(' ');
      } else if (!isOdd(c)) {
        origins[out.length()] = i;
        out.append(c);
      }
      i++;
    }
    int length = out.length();
    while (length > 0 && isTrailing(out.charAt(length - 1))) {
      length--;
    }
    return new Line(number, start, out.substring(0, length), Arrays.copyOf(origins, length), false);
  }

  private static boolean isBlankOfAnyWidth(char c) {
    return c == 0xA0 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x3000;
  }

  /** The offset behind the escape sequence at {@code start}: CSI, OSC or two characters. */
  private int behindEscape(int start, int end) {
    String text = source.text();
    int i = start + 1;
    char kind = text.charAt(start) == 0x9B ? '[' : i < end ? text.charAt(i++) : ' ';
    if (kind == '[') {
      while (i < end && (text.charAt(i) < 0x40 || text.charAt(i) > 0x7E)) {
        i++;
      }
      return Math.min(end, i + 1);
    }
    if (kind == ']') {
      while (i < end && text.charAt(i) != 0x07 && text.charAt(i) != 0x1B) {
        i++;
      }
      boolean terminator = i + 1 < end && text.charAt(i) == 0x1B && text.charAt(i + 1) == '\\';
      return Math.min(end, i + (terminator ? 2 : 1));
    }
    return kind == '(' || kind == ')' ? Math.min(end, i + 1) : i;
  }

  /** Takes apart what stands on one line without belonging together. */
  private void split(Line line) {
    Optional<Prompt> prompt = Prompt.at(line.text());
    if (prompt.isPresent()) {
      prompt.get().user().filter(user -> users.size() < MOST_USERS).ifPresent(users::add);
      cleaned.add(line);
      return;
    }
    Optional<Prompt> glued = Prompt.glued(line.text(), users);
    if (glued.isPresent()) {
      touched = true;
      splitRecords(line.head(glued.get().start()));
      cleaned.add(line.tail(glued.get().start()));
      return;
    }
    splitRecords(line);
  }

  private void splitRecords(Line line) {
    Line rest = line;
    if (line.text().length() < Content.LONGEST_LINE
        && (line.text().indexOf('[') > 0 || line.text().indexOf("time=\"") > 0)) {
      Matcher matcher = GLUED_RECORD.matcher(line.text());
      int done = 0;
      while (matcher.find()) {
        touched = true;
        cleaned.add(rest.head(matcher.start() - done));
        rest = rest.tail(matcher.start() - done);
        done = matcher.start();
      }
    }
    cleaned.add(rest);
  }
}
