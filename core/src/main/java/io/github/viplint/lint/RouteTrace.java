package io.github.viplint.lint;

import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.table.Flow;
import java.util.List;

/**
 * The way of a packet through a host's policy routing, as far as it tells why: each rule that the
 * packet fits and what its table said of it.
 *
 * @param packet {@code to 192.0.2.10}
 * @param steps in order; the last one decided. That table local holds no such address goes without
 *     saying
 * @param outcome {@code leaves by eth1 via 10.0.0.1, table 200}
 */
public record RouteTrace(String packet, List<Step> steps, String outcome) {
  /** Of a host with very many rules, what came last says why. */
  private static final int MOST_STEPS = 24;

  public RouteTrace {
    steps = List.copyOf(steps);
  }

  /**
   * One rule that the packet fits.
   *
   * @param rule as {@code ip rule} prints it: {@code 0: from all to 192.0.2.10 lookup 200}
   * @param outcome what its table said: {@code table 200: default via 10.0.0.1 dev eth1}
   */
  public record Step(String rule, String outcome) {
    /** Both in one line. */
    public String text() {
      return "rule `" + rule + "`, " + outcome;
    }
  }

  /** What the twin answered for a packet. */
  public static RouteTrace of(Flow flow, Answer answer) {
    List<Step> steps =
        answer.trace().stream()
            .filter(step -> step.table().isPresent())
            .filter(step -> step.route().isPresent() || !step.table().get().equals("local"))
            .map(
                step -> new Step(step.rule().priority() + ": " + step.rule().shown(), step.found()))
            .toList();
    return new RouteTrace(
        "to " + flow.destination() + flow.from().map(from -> " from " + from).orElse(""),
        steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size()),
        answer.shown() + answer.reason().map(why -> ": " + why).orElse(""));
  }

  /** What the table that decided said; empty where no rule was asked. */
  public String taken() {
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1).outcome();
  }

  /** The step that decided; empty where no rule was asked. */
  public String decided() {
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1).text();
  }
}
