package io.github.viplint.lint;

import java.util.List;

/**
 * What is known of a rule without running it. Code and name are a contract: reports and
 * suppressions rely on them.
 *
 * @param code {@code VL101}
 * @param name {@code anyip-host-bits-set}
 * @param aliases earlier names
 * @param severity of its findings, unless one says otherwise
 * @param since the version of viplint that brought it
 * @param summary what it finds, in one line without a full stop
 */
public record RuleInfo(
    String code,
    String name,
    List<String> aliases,
    Severity severity,
    String since,
    String summary) {
  private static final int DIGITS = 3;
  private static final int FEWEST_LETTERS = 2;
  private static final int MOST_LETTERS = 8;

  public RuleInfo {
    aliases = List.copyOf(aliases);
    if (!isCode(code) || !isName(name)) {
      throw new IllegalArgumentException("no rule code and name: " + code + "/" + name);
    }
  }

  // made again and again, so without patterns

  private static boolean isCode(String code) {
    int letters = code.length() - DIGITS;
    char[] chars = code.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (i < letters ? c < 'A' || c > 'Z' : c < '0' || c > '9') {
        return false;
      }
    }
    return letters >= FEWEST_LETTERS && letters <= MOST_LETTERS;
  }

  private static boolean isName(String name) {
    char before = '-';
    for (char c : name.toCharArray()) {
      if (c == '-' ? before == '-' : !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
        return false;
      }
      before = c;
    }
    return before != '-';
  }

  /** A rule of the first version, never renamed. */
  public static RuleInfo of(String code, String name, Severity severity, String summary) {
    return new RuleInfo(code, name, List.of(), severity, "0.1", summary);
  }

  /** Whether this is its code, its name or an earlier one. */
  public boolean isCalled(String word) {
    return word.equals(code) || word.equals(name) || aliases.contains(word);
  }

  /** The code tells rules apart. */
  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** {@code VL101/anyip-host-bits-set}. */
  @Override
  public String toString() {
    return code + "/" + name;
  }
}
