package io.github.viplint.report;

import io.github.viplint.lint.RuleInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** All rules, for programs: an array of objects in order of their codes. */
public final class JsonRules {
  private final List<RuleInfo> rules;

  public JsonRules(List<RuleInfo> rules) {
    this.rules = List.copyOf(rules);
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
                  json.string("severity", rule.severity().id());
                  json.string("since", rule.since());
                  json.string("summary", rule.summary());
                }));
    json.end();
  }
}
