package io.github.viplint.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that people put around code: Markdown's, Jira's, HTML's and those of forums.
 *
 * @param name what it says of the text in it, a language or a file; may be empty
 */
record Fence(String name) {
  private static final String MARKDOWN = "(?:`{3,}|~{3,})";
  private static final String OTHERS =
      "\\{(?:code|noformat)(?::[^}]{0,120})?\\}"
          + "|\\[/?(?i:code|pre)(?:=[^\\]]{0,60})?\\]"
          + "|</?(?i:pre|code)(?: [^>]{0,120})?>";
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\s{0,8}(?:" + MARKDOWN + "\\s?([\\w+./-]{0,80})|((?:" + OTHERS + "){1,2}))\\s*");
  private static final Pattern IN_FRONT =
      Pattern.compile("\\s{0,8}(?:```|(?:" + OTHERS + "){1,2})");
  private static final Pattern BEHIND = Pattern.compile("(?:```|(?:" + OTHERS + "){1,2})$");
  private static final Pattern TITLE = Pattern.compile("title=([^|}]{1,80})");
  private static final String FIRST = "`~{[<";
  private static final List<String> MARKS =
      List.of("[code", "[/code", "[pre", "[/pre", "<code", "</code", "<pre", "</pre");

  /** The fence that a line is. */
  static Optional<Fence> of(String line) {
    if (!mayHold(line)) {
      return Optional.empty();
    }
    Matcher whole = WHOLE.matcher(line);
    if (!whole.matches()) {
      return Optional.empty();
    }
    if (whole.group(1) != null) {
      return Optional.of(new Fence(whole.group(1)));
    }
    Matcher title = TITLE.matcher(whole.group(2));
    return Optional.of(new Fence(title.find() ? title.group(1) : ""));
  }

  /** How long the fence is that a line begins with before it goes on; 0 where there is none. */
  static int inFront(String line) {
    if (!mayHold(line)) {
      return 0;
    }
    Matcher matcher = IN_FRONT.matcher(line);
    return matcher.lookingAt() && matcher.end() < line.length() ? matcher.end() : 0;
  }

  /** Where the fence begins that a line ends with; its length where there is none. */
  static int behind(String line) {
    if (line.isEmpty() || !mayEnd(line)) {
      return line.length();
    }
    Matcher matcher = BEHIND.matcher(line);
    return line.length() < Content.LONGEST_LINE && matcher.find() ? matcher.start() : line.length();
  }

  private static boolean mayEnd(String line) {
    return switch (line.charAt(line.length() - 1)) {
      case '`' -> line.endsWith("```");
      case '}' -> line.contains("{code") || line.contains("{noformat");
      case ']', '>' -> MARKS.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains);
      default -> false;
    };
  }

  private static boolean mayHold(String line) {
    int at = 0;
    while (at < line.length() && at < 8 && line.charAt(at) <= ' ') {
      at++;
    }
    return at < line.length() && FIRST.indexOf(line.charAt(at)) >= 0;
  }
}
