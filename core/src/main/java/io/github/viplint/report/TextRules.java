package io.github.viplint.report;

import io.github.viplint.lint.RuleInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** All rules as a table, for people. */
public final class TextRules {
  private final List<RuleInfo> rules;

  public TextRules(List<RuleInfo> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Writes code, name, severity and summary, one rule a line; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Table table = new Table();
    rules.forEach(
        rule -> table.row(rule.code(), rule.name(), rule.severity().id(), rule.summary()));
    out.write(table.toString());
    out.flush();
  }
}
