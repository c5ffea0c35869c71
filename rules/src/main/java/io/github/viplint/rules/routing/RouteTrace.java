package io.github.viplint.rules.routing;

import io.github.viplint.twin.Answer;

/** The way to an answer of the twin, in words. */
final class RouteTrace {
  private RouteTrace() {}

  /** {@code : rule `from all to 192.0.2.10 lookup 200`, default via 10.0.0.1 dev eth1}. */
  static String decided(Answer answer) {
    return answer.trace().stream()
        .reduce((first, last) -> last)
        .map(step -> ": rule `" + step.rule().shown() + "`, " + step.outcome())
        .orElse("");
  }
}
