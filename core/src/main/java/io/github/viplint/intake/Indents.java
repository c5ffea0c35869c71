package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Blanks before every line of a paste or of a part of it, as in a list or a block of code. They go
 * where more lines are known without them.
 */
final class Indents {
  private Indents() {}

  static List<Line> without(List<Line> lines) {
    List<Line> result = new ArrayList<>(lines.size());
    List<Line> run = new ArrayList<>();
    for (Line line : lines) {
      if (!line.isBlank() && indent(line.text()) == 0) {
        result.addAll(outdented(run));
        run.clear();
        result.add(line);
      } else {
        run.add(line);
      }
    }
    result.addAll(outdented(run));
    return result;
  }

  private static List<Line> outdented(List<Line> run) {
    String common = "";
    boolean first = true;
    for (Line line : run) {
      if (!line.isBlank()) {
        String own = line.text().substring(0, indent(line.text()));
        common = first ? own : common(common, own);
        first = false;
      }
    }
    int indent = common.length();
    return indent == 0 || !standsApart(run)
        ? run
        : Known.better(run, run.stream().map(line -> indent).toList()).orElse(run);
  }

  /**
   * Below a blank line or at the beginning; else only a prompt shows that it is a part of its own.
   */
  private static boolean standsApart(List<Line> run) {
    Line first = run.get(0);
    return first.isBlank()
        || first.number() == 1
        || run.stream().anyMatch(line -> Prompt.at(line.text()).filter(Prompt::sure).isPresent());
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static String common(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return one.substring(0, at);
  }
}
