package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Line numbers, as {@code cat -n}, {@code nl}, {@code grep -n} and editors put before lines. They
 * go where more lines are known without them: tables of the kernel have numbers of their own.
 */
final class Numbering {
  private static final Pattern NUMBER =
      Pattern.compile("\\s{0,8}(\\d{1,6})(\t|:|\\s{0,3}[|\u2502]|$)?( *)");

  private static final int FEWEST = 2;

  private record Numbered(Line line, int number, boolean found, int end, int blanks) {}

  private Numbering() {}

  static List<Line> without(List<Line> lines) {
    List<Line> result = new ArrayList<>(lines.size());
    List<Numbered> run = new ArrayList<>();
    int before = 0;
    for (Line line : lines) {
      Matcher matcher = mayBeNumbered(line.text()) ? numbered(line.text()) : null;
      int number = matcher == null ? 0 : Integer.parseInt(matcher.group(1));
      boolean goesOn =
          matcher != null && !run.isEmpty() && number > before && isNext(matcher, number, before);
      if (!goesOn && !(line.isBlank() && !run.isEmpty())) {
        result.addAll(unnumbered(run));
        run.clear();
      }
      if (matcher != null) {
        boolean marked = matcher.group(2) != null;
        int end = marked ? matcher.end(2) : matcher.end(1);
        int blanks =
            matcher.end(3) == line.text().length() ? Integer.MAX_VALUE : matcher.group(3).length();
        run.add(new Numbered(line, number, true, end, hangs(matcher) ? blanks : 0));
        before = number;
      } else if (!run.isEmpty()) {
        run.add(new Numbered(line, 0, false, 0, Integer.MAX_VALUE));
      } else {
        result.add(line);
      }
    }
    result.addAll(unnumbered(run));
    return result;
  }

  /** A cheap look that spares most lines the pattern. */
  private static boolean mayBeNumbered(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static @Nullable Matcher numbered(String text) {
    Matcher matcher = NUMBER.matcher(text);
    boolean numbered =
        matcher.lookingAt() && (matcher.group(2) != null || !matcher.group(3).isEmpty());
    return numbered ? matcher : null;
  }

  /** Only {@code grep -n} leaves lines out. */
  private static boolean isNext(Matcher matcher, int number, int before) {
    return number == before + 1 || ":".equals(matcher.group(2));
  }

  /** Blanks, not a tab or a colon, stand between number and text. */
  private static boolean hangs(Matcher matcher) {
    String mark = matcher.group(2);
    return mark == null || !mark.equals("\t") && !mark.equals(":");
  }

  private static List<Line> unnumbered(List<Numbered> run) {
    if (run.isEmpty()) {
      return List.of();
    }
    List<Line> lines = run.stream().map(Numbered::line).toList();
    long found = run.stream().filter(Numbered::found).count();
    if (found == 0 || found < FEWEST && run.get(0).number() != 1) {
      return lines;
    }
    int blanks = run.stream().mapToInt(Numbered::blanks).min().orElse(0);
    int common = blanks == Integer.MAX_VALUE ? 0 : blanks;
    return Known.better(
            lines, run.stream().map(one -> one.found() ? one.end() + common : 0).toList())
        .orElse(lines);
  }
}
