package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a command line, as far as they matter here. */
final class ShellWords {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=\\S*");
  private static final int MOST_WORDS = 64;

  private ShellWords() {}

  /** Where the first of these marks stands, behind the beginning; -1 when none does. */
  static int firstOf(String line, String... marks) {
    int first = -1;
    for (String mark : marks) {
      int at = line.indexOf(mark);
      if (at > 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  /** The commands of a pipe. */
  static List<String> stages(String line) {
    List<String> stages = new ArrayList<>();
    int from = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
      stages.add(line.substring(from, bar));
      from = bar + 1;
    }
    stages.add(line.substring(from));
    return stages;
  }

  /** The words of a command, without what wraps it. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : BLANKS.split(line.strip(), MOST_WORDS)) {
      boolean wrapper =
          words.isEmpty()
              && (word.equals("sudo")
                  || word.equals("time")
                  || word.startsWith("-")
                  || ASSIGNMENT.matcher(word).matches());
      if (!word.isEmpty() && !wrapper) {
        words.add(word);
      }
    }
    return words;
  }

  static String unquoted(String word) {
    return word.replace("\"", "").replace("'", "");
  }
}
