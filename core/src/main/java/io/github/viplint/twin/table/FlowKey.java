package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * What rules and routes are selected by.
 *
 * @param iif {@code lo} for a packet of this host
 * @param oif the interface that the packet is bound to
 * @param device the interface that a route must have, or with IPv6 should have
 * @param strict whether a route must have it
 */
public record FlowKey(
    IPAddress destination,
    Optional<IPAddress> source,
    String iif,
    Optional<String> oif,
    long mark,
    int tos,
    Optional<Flow.Transport> transport,
    Optional<String> device,
    boolean strict) {
  /** The loopback interface, by which a packet of this host comes in. */
  public static final String LOOPBACK = "lo";

  /** The bits of the type of service that are the DSCP. */
  private static final int DSCP = 0xfc;

  /** What rules and routes see of a packet. */
  public static FlowKey of(Flow flow) {
    return new FlowKey(
        flow.destination(),
        flow.from(),
        flow.iif().orElse(LOOPBACK),
        flow.oif(),
        flow.mark(),
        flow.tos() & DSCP,
        flow.transport(),
        flow.oif(),
        true);
  }

  /** A question about the destination alone. */
  public static FlowKey to(IPAddress destination) {
    return of(Flow.to(destination));
  }

  /** The same question where routes should have this device, or must. */
  public FlowKey by(Optional<String> wanted, boolean strictly) {
    return new FlowKey(destination, source, iif, oif, mark, tos, transport, wanted, strictly);
  }

  /** Whether it is asked for a packet that this host sends. */
  public boolean outgoing() {
    return iif.equals(LOOPBACK);
  }
}
