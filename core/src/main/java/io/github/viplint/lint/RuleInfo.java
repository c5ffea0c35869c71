package io.github.viplint.lint;

import java.util.List;
import java.util.regex.Pattern;

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
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}\\d{3}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public RuleInfo {
    aliases = List.copyOf(aliases);
    if (!CODE.matcher(code).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no rule code and name: " + code + "/" + name);
    }
  }

  /** A rule of the first version, never renamed. */
  public static RuleInfo of(String code, String name, Severity severity, String summary) {
    return new RuleInfo(code, name, List.of(), severity, "0.1", summary);
  }

  /** Whether this is its code, its name or an earlier one. */
  public boolean isCalled(String word) {
    return word.equals(code) || word.equals(name) || aliases.contains(word);
  }

  /** {@code VL101/anyip-host-bits-set}. */
  @Override
  public String toString() {
    return code + "/" + name;
  }
}
