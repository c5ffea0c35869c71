package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.RouteAnswers;
import java.util.Optional;

/**
 * A packet to route, as {@code ip route get} takes it.
 *
 * @param from empty for a packet of this host whose source is not chosen yet
 * @param iif the interface that it came in by; empty for a packet of this host
 * @param oif the interface that it is bound to
 * @param mark the firewall mark, 0 for none
 * @param tos the type of service, 0 for none; routes and rules look at the six bits of the DSCP
 * @param transport protocol and ports; empty when they are left open
 */
public record Flow(
    IPAddress destination,
    Optional<IPAddress> from,
    Optional<String> iif,
    Optional<String> oif,
    long mark,
    int tos,
    Optional<Transport> transport) {

  /**
   * What stands above IP.
   *
   * @param protocol its number: 6 is TCP, 17 UDP
   * @param sourcePort 0 for none
   * @param destinationPort 0 for none
   */
  public record Transport(int protocol, int sourcePort, int destinationPort) {
    /** The same of a reply. */
    public Transport reversed() {
      return new Transport(protocol, destinationPort, sourcePort);
    }
  }

  /** The packet that a captured {@code ip route get} asked about. */
  public static Flow of(RouteAnswers.Question question) {
    return new Flow(
        question.destination(),
        question.from(),
        question.iif(),
        question.oif(),
        question.mark(),
        question.tos(),
        Optional.empty());
  }

  /** A packet of this host to {@code destination}, nothing else given. */
  public static Flow to(IPAddress destination) {
    return new Flow(
        destination, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
  }

  /** The same packet with a source. */
  public Flow from(IPAddress source) {
    return new Flow(destination, Optional.of(source), iif, oif, mark, tos, transport);
  }

  /** The same packet before it has a source. */
  public Flow withoutSource() {
    return new Flow(destination, Optional.empty(), iif, oif, mark, tos, transport);
  }

  /** The same packet, come in by an interface. */
  public Flow cameInBy(String device) {
    return new Flow(destination, from, Optional.of(device), oif, mark, tos, transport);
  }

  /** The same packet bound to an interface, as by {@code ping -I}. */
  public Flow boundTo(String device) {
    return new Flow(destination, from, iif, Optional.of(device), mark, tos, transport);
  }

  /** The same packet with a firewall mark. */
  public Flow marked(long value) {
    return new Flow(destination, from, iif, oif, value, tos, transport);
  }

  /** The same packet with a type of service. */
  public Flow withTos(int value) {
    return new Flow(destination, from, iif, oif, mark, value, transport);
  }

  /** The same packet of a protocol. */
  public Flow carrying(Transport value) {
    return new Flow(destination, from, iif, oif, mark, tos, Optional.of(value));
  }
}
