package io.github.viplint.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the script of {@code viplint collect} prints above each output: {@code #viplint host=lb01
 * cmd=ip rule show}.
 *
 * @param command empty where the mark tells a host only
 */
record CollectMark(Optional<String> host, String command) {
  private static final Pattern MARK =
      Pattern.compile("#viplint(?:\\s+host=(\\S{0,255}))?(?:\\s+cmd=(.{1,4096}))?");

  /** The first line of the script, behind a prompt or not. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?:.{1,200}[#$%>] ?)?# viplint collect [a-z]+: prints what viplint reads");

  private static final String SCRIPT_END = "} 2>&1";

  private static final int LONGEST_SCRIPT = 500;

  /** The mark that a line is. */
  static Optional<CollectMark> of(String line) {
    Matcher mark = MARK.matcher(line);
    return line.startsWith("#viplint")
            && mark.matches()
            && (mark.group(1) != null || mark.group(2) != null)
        ? Optional.of(
            new CollectMark(
                Optional.ofNullable(mark.group(1)).filter(name -> !name.isEmpty()),
                mark.group(2) == null ? "" : mark.group(2)))
        : Optional.empty();
  }

  /** Whether the script itself begins, as a terminal shows it when it is pasted there. */
  static boolean beginsScript(String line) {
    return line.contains("# viplint collect ") && SCRIPT.matcher(line).lookingAt();
  }

  /** The index of the line behind the script that begins at {@code at}. */
  static int behindScript(List<Line> lines, int at) {
    for (int i = at + 1; i < lines.size() && i - at < LONGEST_SCRIPT; i++) {
      if (lines.get(i).text().endsWith(SCRIPT_END)) {
        return i + 1;
      }
    }
    return at + 1;
  }
}
