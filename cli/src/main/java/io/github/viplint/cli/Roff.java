package io.github.viplint.cli;

/** A text in the macros of man(7), where all that is said comes out as it was given. */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  /** A macro with its arguments. */
  void macro(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    text.append('\n');
  }

  /** Text that goes on in the same paragraph. */
  void line(String line) {
    String escaped = escaped(line);
    // a line that begins with one of these would be a request
    boolean request = escaped.startsWith(".") || escaped.startsWith("'");
    text.append(request ? "\\&" : "").append(escaped).append('\n');
  }

  /** Text in a paragraph of its own. */
  void paragraph(String line) {
    macro("PP");
    line(line);
  }

  /** What a term means. */
  void item(String term, String meaning) {
    macro("TP");
    macro("B", term);
    line(meaning);
  }

  /** A bare hyphen is a dash to roff, and would not be found or copied as a minus sign. */
  private static String escaped(String plain) {
    return plain.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("`", "\\(ga");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
