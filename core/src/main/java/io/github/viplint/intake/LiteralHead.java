package io.github.viplint.intake;

/** The characters that every text begins with that matches a pattern. */
final class LiteralHead {
  private static final String SPECIAL = "\\^$.|?*+()[]{}";

  /** After one of these a character may be missing. */
  private static final String OPTIONAL = "?*{";

  private LiteralHead() {}

  /** Empty where the pattern is of several, or begins with anything else than characters. */
  static String of(String pattern) {
    if (hasAlternatives(pattern)) {
      return "";
    }
    StringBuilder head = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int next = at + 1;
      if (c == '\\' && next < pattern.length() && SPECIAL.indexOf(pattern.charAt(next)) >= 0) {
        c = pattern.charAt(next);
        next++;
      } else if (SPECIAL.indexOf(c) >= 0) {
        break;
      }
      if (next < pattern.length() && OPTIONAL.indexOf(pattern.charAt(next)) >= 0) {
        break;
      }
      head.append(c);
      at = next;
    }
    return head.toString();
  }

  /** Whether there is a choice outside of all brackets; seen in some more places than it is. */
  private static boolean hasAlternatives(String pattern) {
    int depth = 0;
    boolean inClass = false;
    for (int at = pattern.indexOf('|') < 0 ? pattern.length() : 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\\') {
        at++;
      } else if (inClass || c == '[') {
        inClass = c != ']';
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }
}
