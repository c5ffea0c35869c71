package io.github.viplint.report.earlier;

import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.LineNumbers;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.lint.BadReportException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a report shows of a file: some of its lines, and of long ones some part. What it does not
 * show is blank, so that every line and column stays where it was.
 */
final class SparseText {
  /** Blanks that a report may make viplint put in, over all of a file. */
  private static final int MOST_BLANKS = 16 << 20;

  /** Stands where nothing is known; no report has it, for no text file has. */
  private static final char UNKNOWN = '\0';

  private static final Pattern END = Pattern.compile("\0+(?=\n|$)");

  private final TreeMap<Integer, StringBuilder> lines = new TreeMap<>();
  private int blanks;

  /** Makes the line (from 1) long enough to have a character before this column (from 1). */
  void reach(int line, int column) throws BadReportException {
    StringBuilder text = lines.computeIfAbsent(line, number -> new StringBuilder());
    int lacking = column - 1 - text.length();
    if (lacking > 0) {
      blanks += lacking;
      if (blanks > MOST_BLANKS || blanks < 0) {
        throw new BadReportException("names columns that no file has");
      }
      text.append(String.valueOf(UNKNOWN).repeat(lacking));
    }
  }

  /** Puts what is shown of lines in, the first from this column on. */
  void show(int line, int column, String snippet) throws BadReportException {
    int at = line;
    int from = column;
    for (String shown : snippet.replace(UNKNOWN, ' ').split("[\r\n]+", -1)) {
      reach(at, from);
      StringBuilder text = lines.get(at);
      text.replace(from - 1, Math.min(text.length(), from - 1 + shown.length()), shown);
      at++;
      from = 1;
    }
  }

  /** As a source, its secrets hidden again by {@code mask}, whoever wrote the report. */
  Source source(String file, String sha256, Mask mask) {
    StringBuilder text = new StringBuilder();
    lines.values().forEach(line -> text.append(line).append('\n'));
    int[] numbers = lines.keySet().stream().mapToInt(Integer::intValue).toArray();
    int last = numbers.length == 0 ? 0 : numbers[numbers.length - 1];
    return new Source(
        file,
        text.toString(),
        LineNumbers.of(numbers, last),
        new Encoding(StandardCharsets.UTF_8, false),
        () -> sha256,
        (all, from, to) -> known(mask.shown(all, from, to)));
  }

  /** Nothing where a line's end is not known, blanks where its beginning is not. */
  private static String known(String shown) {
    return END.matcher(shown).replaceAll("").replace(UNKNOWN, ' ');
  }
}
