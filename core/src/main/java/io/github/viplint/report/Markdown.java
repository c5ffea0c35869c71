package io.github.viplint.report;

import java.util.List;

/** Text made fit for Markdown: what is quoted marks nothing up and calls nobody. */
final class Markdown {
  private Markdown() {}

  /**
   * The text on one line, with every character that Markdown or HTML would take for markup escaped.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Visible.line(text).toCharArray()) {
      switch (c) {
        case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' -> escaped.append('\\').append(c);
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '@' -> escaped.append("&#64;"); // no mention
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The text as inline code. */
  static String code(String text) {
    String line = Visible.line(text);
    String ticks = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`");
    return padded ? ticks + " " + line + " " + ticks : ticks + line + ticks;
  }

  /** The lines as a block of code in this language, and a blank line. */
  static String block(String language, List<String> lines) {
    int longest = lines.stream().mapToInt(Markdown::longestRun).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + String.join("\n", lines) + "\n" + fence + "\n\n";
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
