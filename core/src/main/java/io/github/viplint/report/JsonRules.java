package io.github.viplint.report;

import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules, for programs: an array of objects in order of their codes. {@code severity} is what
 * counts, {@code defaultSeverity} what the rule says itself.
 */
public final class JsonRules {
  private final List<RuleInfo> rules;
  private final Set<String> off;
  private final Map<String, Severity> severities;

  /**
   * @param off codes of those that are switched off
   * @param severities of those that are set, by code
   */
  public JsonRules(List<RuleInfo> rules, Set<String> off, Map<String, Severity> severities) {
    this.rules = List.copyOf(rules);
    this.off = Set.copyOf(off);
    this.severities = Map.copyOf(severities);
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.array(
        rules,
        rule ->
            json.object(
                () -> {
                  json.string("rule", rule.code());
                  json.string("name", rule.name());
                  json.strings("aliases", rule.aliases());
                  json.string(
                      "severity", severities.getOrDefault(rule.code(), rule.severity()).id());
                  json.string("defaultSeverity", rule.severity().id());
                  json.flag("off", off.contains(rule.code()));
                  json.string("since", rule.since());
                  json.string("summary", rule.summary());
                }));
    json.end();
  }
}
