package io.github.viplint.model.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.Optional;

/**
 * One address of a {@code bind} line.
 *
 * @param proxy the name of its frontend or listen section
 * @param span the address as written, with its port
 * @param address empty for a socket, file descriptor or host name; the wildcard is {@code 0.0.0.0}
 *     or {@code ::}
 * @param firstPort the port, or the first of a range; 0 where there is none
 * @param lastPort the last of a range, else the same
 * @param transparent whether the line has {@code transparent}, so that the address need not be
 *     local
 * @param device the interface it is bound to ({@code interface eth0})
 */
public record Bind(
    String proxy,
    Directive directive,
    Span span,
    Optional<IPAddress> address,
    int firstPort,
    int lastPort,
    boolean transparent,
    Optional<String> device) {

  /** Whether it listens on every address. */
  public boolean wildcard() {
    return address.isPresent() && address.get().isAnyLocal();
  }

  /** Whether it listens on this port of {@code wanted}. */
  public boolean covers(IPAddress wanted, int port) {
    return firstPort <= port
        && port <= lastPort
        && address.isPresent()
        && (wildcard() || address.get().equals(wanted));
  }
}
