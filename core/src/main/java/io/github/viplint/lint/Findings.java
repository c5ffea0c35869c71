package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Lab;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a rule hands its findings in. */
public final class Findings {
  private final RuleInfo rule;

  /** Nobody reads more of one kind; what comes behind them is counted only. */
  private static final int MOST = 2_000;

  private final List<Finding> found = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

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
    return at(host.name(), span, message);
  }

  /**
   * Begins a finding about a file, whatever host it is of.
   *
   * @param host its name; empty where that is open
   */
  public Finding.Builder at(String host, Span span, String message) {
    return new Finding.Builder(rule, host, span, message, this::add);
  }

  /** Begins a finding about no host. */
  Finding.Builder at(Span span, String message) {
    return new Finding.Builder(rule, "", span, message, this::add);
  }

  /**
   * Begins a finding about a plan at {@code span}.
   *
   * @param message one sentence without a full stop: what is wrong and what comes of it
   */
  public Finding.Builder atPlan(Span span, String message) {
    return new Finding.Builder(rule, Lab.PLAN, span, message, this::add);
  }

  /**
   * Whether so many of this severity were handed in that another one is not kept; then it is
   * counted here, and need not be made.
   */
  public boolean leavesOut(Severity severity) {
    boolean full = counts.getOrDefault(severity, 0) >= MOST;
    if (full) {
      counts.merge(severity, 1, Integer::sum);
    }
    return full;
  }

  private void add(Finding finding) {
    if (counts.merge(finding.severity(), 1, Integer::sum) <= MOST) {
      found.add(finding);
    }
  }

  /** How many findings were handed in and are not kept. */
  int leftOut() {
    int leftOut = 0;
    for (int count : counts.values()) {
      leftOut += Math.max(0, count - MOST);
    }
    return leftOut;
  }

  /** The first ones of each severity. */
  List<Finding> found() {
    return List.copyOf(found);
  }
}
