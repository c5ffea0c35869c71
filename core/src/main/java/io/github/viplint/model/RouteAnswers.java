package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/** The output of {@code ip route get}: what a kernel said itself. */
public record RouteAnswers(Capture capture, List<RouteAnswer> answers) implements Facts {
  public RouteAnswers {
    answers = List.copyOf(answers);
  }

  /** What is asked: a destination and what else is known of the packet. */
  public record Question(
      IPAddress destination,
      Optional<IPAddress> from,
      Optional<String> iif,
      Optional<String> oif,
      long mark,
      int tos) {}

  /**
   * One answer.
   *
   * @param type of the route; empty for an error
   * @param error what the kernel said instead: {@code Network is unreachable}
   * @param table as printed; empty for main, and for local on a kernel without rules of its own
   */
  public record RouteAnswer(
      Span span,
      Question question,
      Optional<Route.Type> type,
      Optional<String> error,
      Optional<IPAddress> via,
      Optional<String> device,
      Optional<IPAddress> source,
      Optional<String> table) {}
}
