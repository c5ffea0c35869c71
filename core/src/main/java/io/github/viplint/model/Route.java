package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One route (ip-route(8)).
 *
 * @param span the line, with its {@code nexthop} lines
 * @param destination the default route is {@code 0.0.0.0/0} or {@code ::/0}
 * @param table name or number as printed; {@code main} when not printed for a listing of all tables
 * @param metric 0 when not printed
 * @param nextHops one, or several for a multipath route; empty for types without device
 * @param unknown whether an attribute decides about the route and was not understood
 */
public record Route(
    Span span,
    Type type,
    Cidr destination,
    String table,
    int tos,
    long metric,
    Optional<IPAddress> source,
    Optional<String> protocol,
    Optional<String> scope,
    List<NextHop> nextHops,
    boolean unknown) {
  public Route {
    nextHops = List.copyOf(nextHops);
  }

  /** Kernels before 4.16 list the addresses of interfaces as {@code proto none} (IPv6). */
  private static final Set<String> KERNEL_MADE = Set.of("kernel", "none", "unspec");

  /** ip-route(8), TYPE. */
  public enum Type {
    UNICAST,
    LOCAL,
    BROADCAST,
    MULTICAST,
    ANYCAST,
    THROW,
    UNREACHABLE,
    PROHIBIT,
    BLACKHOLE,
    NAT;

    /** As {@code ip route} prints it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where a packet goes next.
   *
   * @param via empty when the destination is on-link
   * @param flags {@code dead}, {@code onlink}, {@code linkdown} and so on, as printed
   */
  public record NextHop(Optional<IPAddress> via, Optional<String> device, Set<String> flags) {
    public NextHop {
      flags = Set.copyOf(flags);
    }

    /** The same where the destination is taken to be on-link. */
    public NextHop withoutGateway() {
      return new NextHop(Optional.empty(), device, flags);
    }
  }

  /** The same in another table. */
  public Route inTable(String name) {
    return new Route(
        span, type, destination, name, tos, metric, source, protocol, scope, nextHops, unknown);
  }

  /** The only or first next hop's device. */
  public Optional<String> device() {
    return nextHops.stream().findFirst().flatMap(NextHop::device);
  }

  /** The only or first next hop's gateway. */
  public Optional<IPAddress> via() {
    return nextHops.stream().findFirst().flatMap(NextHop::via);
  }

  public boolean isDefault() {
    return destination.prefixLength() == 0;
  }

  /**
   * Whether it makes a range local that no interface has (AnyIP): {@code local 10.0.0.32/27 dev
   * lo}, as a person or a service adds it, not as the kernel does for an address.
   */
  public boolean isAnyip() {
    return type == Type.LOCAL
        && device().filter("lo"::equals).isPresent()
        && protocol.filter(KERNEL_MADE::contains).isEmpty();
  }
}
