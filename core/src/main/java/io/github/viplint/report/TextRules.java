package io.github.viplint.report;

import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules as a table, for people. */
public final class TextRules {
  private final List<RuleInfo> rules;
  private final Set<String> off;
  private final Map<String, Severity> severities;

  /**
   * @param off codes of those that are switched off
   * @param severities of those that are set, by code
   */
  public TextRules(List<RuleInfo> rules, Set<String> off, Map<String, Severity> severities) {
    this.rules = List.copyOf(rules);
    this.off = Set.copyOf(off);
    this.severities = Map.copyOf(severities);
  }

  /** Writes code, name, severity and summary, one rule a line; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Table table = new Table();
    rules.forEach(rule -> table.row(rule.code(), rule.name(), severity(rule), rule.summary()));
    out.write(table.toString());
    out.flush();
  }

  private String severity(RuleInfo rule) {
    return off.contains(rule.code())
        ? "off"
        : severities.getOrDefault(rule.code(), rule.severity()).id();
  }
}
