package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * A packet to route, as {@code ip route get} takes it.
 *
 * @param from empty for a packet of this host whose source is not chosen yet
 * @param iif the interface that it came in by; empty for a packet of this host
 * @param oif the interface that it is bound to
 * @param mark the firewall mark, 0 for none
 * @param tos the type of service, 0 for none
 */
public record Flow(
    IPAddress destination,
    Optional<IPAddress> from,
    Optional<String> iif,
    Optional<String> oif,
    long mark,
    int tos) {

  /** A packet of this host to {@code destination}, nothing else given. */
  public static Flow to(IPAddress destination) {
    return new Flow(destination, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
  }

  /** The same packet bound to an interface, as by {@code ping -I}. */
  public Flow boundTo(String device) {
    return new Flow(destination, from, iif, Optional.of(device), mark, tos);
  }
}
