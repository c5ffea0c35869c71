package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.List;

/** Where a rule hands its findings in. */
public final class Findings {
  private final RuleInfo rule;
  private final List<Finding> found = new ArrayList<>();

  Findings(RuleInfo rule) {
    this.rule = rule;
  }

  /**
   * Begins a finding about {@code host} at {@code span}; {@link Finding.Builder#report} hands it
   * in.
   *
   * @param message one sentence without a full stop: what is wrong and what comes of it
   */
  public Finding.Builder at(HostView host, Span span, String message) {
    return new Finding.Builder(rule, host.name(), span, message, found::add);
  }

  List<Finding> found() {
    return List.copyOf(found);
  }
}
