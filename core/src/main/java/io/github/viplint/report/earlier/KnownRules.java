package io.github.viplint.report.earlier;

import io.github.viplint.lint.BadReportException;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that a report names: those of this viplint, and others by what the report says. */
final class KnownRules {
  private final Map<String, RuleInfo> byCode = new HashMap<>();

  KnownRules(List<Rule> rules) {
    rules.forEach(rule -> byCode.put(rule.info().code(), rule.info()));
  }

  /** The rule of an object with the field {@code rule}, and a {@code name} where it has one. */
  RuleInfo of(Fields fields) throws BadReportException {
    String code = fields.text("rule");
    RuleInfo known = byCode.get(code);
    String name = fields.optional("name").orElse(known == null ? "unknown-rule" : known.name());
    if (known != null && known.name().equals(name)) {
      return known;
    }
    Severity severity =
        fields.has("severity")
            ? fields.one("severity", Severity.values(), Severity::id)
            : Severity.INFO;
    try {
      return RuleInfo.of(code, name, severity, "");
    } catch (IllegalArgumentException e) {
      throw fields.missing("rule", "code of a rule");
    }
  }
}
