package io.github.viplint.rules.routing;

import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Answer.Step;
import java.util.List;

/** The way to an answer of the twin, in words. */
final class RouteTrace {
  private RouteTrace() {}

  /** The step that decided: {@code table 200: default via 10.0.0.1 dev eth1}. */
  static String taken(Answer answer) {
    List<Step> trace = answer.trace();
    return trace.isEmpty() ? "" : outcome(trace.get(trace.size() - 1));
  }

  /**
   * Each rule that the packet fitted, what its table said, in order. That table local holds no such
   * address goes without saying.
   */
  static List<String> steps(Answer answer) {
    return answer.trace().stream()
        .filter(step -> step.table().isPresent())
        .filter(step -> step.route().isPresent() || !step.table().get().equals("local"))
        .map(RouteTrace::rule)
        .toList();
  }

  /**
   * {@code rule 0 `from all to 192.0.2.10 lookup 200`, table 200: default via 10.0.0.1 dev eth1}.
   */
  private static String rule(Step step) {
    return "rule %d `%s`, %s".formatted(step.rule().priority(), step.rule().shown(), outcome(step));
  }

  private static String outcome(Step step) {
    return step.table().map(table -> "table " + table + ": ").orElse("") + step.outcome();
  }

  /** The last of {@link #steps}. */
  static String decided(Answer answer) {
    List<String> steps = steps(answer);
    return steps.isEmpty() ? "" : ": " + steps.get(steps.size() - 1);
  }
}
