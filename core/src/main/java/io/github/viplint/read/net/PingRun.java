package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Pings.Ping;
import java.util.Optional;

/** One run of ping while it is read. Of replies, errors and statistics the first ones count. */
final class PingRun {
  private final Optional<IPAddress> target;
  private final Optional<String> device;
  private final Optional<IPAddress> source;
  private Span span;
  private Optional<Span> reply = Optional.empty();
  private Optional<Span> failure = Optional.empty();
  private Optional<Span> statistics = Optional.empty();
  private Optional<String> error = Optional.empty();
  private Optional<IPAddress> errorFrom = Optional.empty();
  private boolean answered;

  PingRun(
      Optional<IPAddress> target,
      Optional<String> device,
      Optional<IPAddress> source,
      Span firstLine) {
    this.target = target;
    this.device = device;
    this.source = source;
    this.span = firstLine;
  }

  /** Takes in a further line. */
  void goesOn(Span line) {
    span = span.to(line);
  }

  void answered(Span line) {
    answered = true;
    if (reply.isEmpty()) {
      reply = Optional.of(line);
    }
  }

  void failed(Span line, String text, Optional<IPAddress> from) {
    if (failure.isEmpty()) {
      failure = Optional.of(line);
      error = Optional.of(text);
      errorFrom = from;
    }
  }

  /**
   * @param replies whether any came; Windows counts an error that a router sent as one
   */
  void ended(Span line, boolean replies, boolean windows) {
    answered |= replies && !(windows && failure.isPresent());
    statistics = Optional.of(line);
  }

  boolean isEnded() {
    return statistics.isPresent();
  }

  /** The run; empty when nobody knows whom it asked, or how it went. */
  Optional<Ping> build() {
    Optional<Span> verdict = (answered ? reply : failure).or(() -> statistics);
    return target.flatMap(
        asked ->
            verdict.map(
                line -> new Ping(span, asked, device, source, answered, line, error, errorFrom)));
  }
}
