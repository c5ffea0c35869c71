package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/** The output of one or several {@code ping}. */
public record Pings(Capture capture, List<Ping> pings) implements Facts {
  public Pings {
    pings = List.copyOf(pings);
  }

  /**
   * One run of ping.
   *
   * @param span all of its lines
   * @param device the interface it was bound to ({@code -I eth0})
   * @param source the address it was sent from
   * @param verdict the line that tells how it went: the first reply, the first error, else the
   *     statistics
   * @param error the first error's text: {@code Destination Host Unreachable}
   * @param errorFrom who sent that error
   */
  public record Ping(
      Span span,
      IPAddress target,
      Optional<String> device,
      Optional<IPAddress> source,
      boolean answered,
      Span verdict,
      Optional<String> error,
      Optional<IPAddress> errorFrom) {}
}
