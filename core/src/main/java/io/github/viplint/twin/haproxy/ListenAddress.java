package io.github.viplint.twin.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.ListeningSockets.Socket;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.LineOptions;
import java.util.List;
import java.util.Optional;

/**
 * Where a socket listens, and whether two of them collide: {@code inet_rcv_saddr_equal} and {@code
 * inet_bind_conflict} of net/ipv4/inet_connection_sock.c.
 *
 * @param address what the kernel compares: of a mapped one ({@code ::ffff:10.0.0.1}) its IPv4
 *     address; empty for all addresses of both families, as {@code ::} has them unless it is for
 *     IPv6 only
 * @param device the interface that it is bound to
 * @param namespace the network namespace, empty for haproxy's own
 */
record ListenAddress(
    Optional<IPAddress> address,
    int firstPort,
    int lastPort,
    Optional<String> device,
    Optional<String> namespace,
    boolean datagram) {

  /** What haproxy writes before the address of a socket of UDP. */
  private static final List<String> DATAGRAMS = List.of("udp", "quic");

  /**
   * A bind whose address is known.
   *
   * @param v6only whether the kernel gives {@code ::} no IPv4 where the line does not say
   */
  static ListenAddress of(Bind bind, boolean v6only) {
    IPAddress written = bind.address().orElseThrow();
    boolean both = written.isIPv6() && written.isAnyLocal() && !isIpv6Only(bind, v6only);
    return new ListenAddress(
        both ? Optional.empty() : Optional.of(unmapped(written)),
        bind.firstPort(),
        bind.lastPort(),
        bind.device(),
        bind.namespace(),
        DATAGRAMS.stream().anyMatch(bind.where().prefix()::startsWith));
  }

  /**
   * Whether the socket of an IPv6 address is given none of IPv4: {@code v6only} beats {@code v4v6}.
   */
  static boolean isIpv6Only(Bind bind, boolean v6only) {
    LineOptions options = bind.options();
    return options.has("v6only") || v6only && !options.has("v4v6");
  }

  /** The socket of another program, which listens with TCP in the host's own namespace. */
  static ListenAddress of(Socket socket) {
    return new ListenAddress(
        socket.address().map(ListenAddress::unmapped),
        socket.port(),
        socket.port(),
        socket.device(),
        Optional.empty(),
        false);
  }

  /** The IPv4 address that an IPv6 address stands for, where it does. */
  static IPAddress unmapped(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }

  /** Whether the kernel refuses one of them when neither lets the other share its port. */
  boolean collides(ListenAddress other) {
    return firstPort <= other.lastPort
        && other.firstPort <= lastPort
        && datagram == other.datagram
        && namespace.equals(other.namespace)
        && (device.isEmpty() || other.device.isEmpty() || device.equals(other.device))
        && overlaps(other);
  }

  private boolean overlaps(ListenAddress other) {
    if (address.isEmpty() || other.address.isEmpty()) {
      return true;
    }
    IPAddress one = address.get();
    IPAddress two = other.address.get();
    return one.equals(two)
        || one.isIPv4() == two.isIPv4() && (one.isAnyLocal() || two.isAnyLocal());
  }
}
