package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a {@link ReviewRule} hands its findings in. */
public final class ReviewFindings {
  private final RuleInfo rule;
  private final Map<String, Findings> byLab = new LinkedHashMap<>();

  ReviewFindings(RuleInfo rule) {
    this.rule = rule;
  }

  /**
   * Begins a finding at {@code span}; {@link Finding.Builder#report} hands it in.
   *
   * @param lab in whose files it stands; empty where it stands in none
   */
  public Finding.Builder at(String lab, Span span, String message) {
    return byLab.computeIfAbsent(lab, name -> new Findings(rule)).at(span, message);
  }

  Map<String, Findings> found() {
    return byLab;
  }
}
