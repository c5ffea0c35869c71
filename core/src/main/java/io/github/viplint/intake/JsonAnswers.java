package io.github.viplint.intake;

import java.util.List;

/** Finds among the lines of a paste the JSON that vCenter's API answers about a Supervisor. */
final class JsonAnswers {
  private static final List<String> KEYS = List.of("\"config_status\"", "\"kubernetes_status\"");

  private final List<Line> lines;

  /** No document that begins before this line comes to an end. */
  private int endless;

  JsonAnswers(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * The index behind the last line of the answer that begins at {@code at}; {@code at} when none
   * does.
   */
  int behind(int at) {
    String first = lines.get(at).text();
    if (at < endless || !(first.startsWith("{") || first.equals("[") || first.startsWith("[{"))) {
      return at;
    }
    boolean answer = false;
    boolean inString = false;
    int depth = 0;
    for (int i = at; i < lines.size(); i++) {
      String text = lines.get(i).text();
      answer |= KEYS.stream().anyMatch(text::contains);
      for (int c = 0; c < text.length(); c++) {
        char now = text.charAt(c);
        if (inString) {
          c += now == '\\' ? 1 : 0;
          inString = now != '"';
        } else if (now == '"') {
          inString = true;
        } else if (now == '{' || now == '[') {
          depth++;
        } else if ((now == '}' || now == ']') && --depth == 0) {
          return answer && text.substring(c + 1).isBlank() ? i + 1 : at;
        }
      }
    }
    endless = lines.size();
    return at;
  }
}
