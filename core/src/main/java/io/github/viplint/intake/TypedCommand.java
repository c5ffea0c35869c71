package io.github.viplint.intake;

import java.util.List;

/**
 * A command as typed, with the lines that a backslash at the end lets it go on in.
 *
 * @param behind the index of the line behind it
 */
record TypedCommand(String text, int behind) {

  /**
   * Reads on.
   *
   * @param at the index of the line that it begins in
   * @param typed what it is in that line
   */
  static TypedCommand at(List<Line> lines, int at, String typed) {
    StringBuilder whole = new StringBuilder(typed);
    int next = at + 1;
    while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\' && next < lines.size()) {
      whole.setLength(whole.length() - 1);
      String more = lines.get(next++).text().strip();
      // only whether it goes on counts once a command is too long to be one
      whole.append(whole.length() < Command.LONGEST ? more : more.endsWith("\\") ? "\\" : "");
    }
    return new TypedCommand(whole.toString(), next);
  }
}
