package io.github.viplint.intake;

/**
 * How every text begins that matches a pattern.
 *
 * @param characters which are looked for as they are
 * @param digit whether a digit follows
 */
record Opening(String characters, boolean digit) {
  private static final Opening ANY = new Opening("", false);

  private static final String SPECIAL = "\\^$.|?*+()[]{}";

  /** After one of these a character may be missing. */
  private static final String OPTIONAL = "?*{";

  /** Any, where the pattern is of several, or begins with anything else. */
  static Opening of(String pattern) {
    if (hasAlternatives(pattern)) {
      return ANY;
    }
    StringBuilder characters = new StringBuilder();
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
      characters.append(c);
      at = next;
    }
    return new Opening(characters.toString(), isDigit(pattern, at));
  }

  private static boolean isDigit(String pattern, int at) {
    return pattern.startsWith("\\d", at)
        && !pattern.startsWith("?", at + 2)
        && !pattern.startsWith("*", at + 2)
        && !pattern.startsWith("{0", at + 2);
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

  /** Whether {@code text} begins so. */
  boolean isOf(String text) {
    if (!text.startsWith(characters)) {
      return false;
    }
    int next = characters.length();
    return !digit || next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9';
  }

  /** Whether {@code prefix} is no more than the first of the characters, so that all may follow. */
  boolean goesOnFrom(String prefix) {
    return characters.startsWith(prefix);
  }
}
