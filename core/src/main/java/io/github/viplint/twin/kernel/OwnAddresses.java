package io.github.viplint.twin.kernel;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the kernel itself puts into table local of IPv4 for the addresses of interfaces: {@code
 * fib_add_ifaddr} of net/ipv4/fib_frontend.c. The spans are those of the addresses.
 */
public final class OwnAddresses {
  private OwnAddresses() {}

  /**
   * What table local holds on a system with these interfaces, loopback included; nothing when no
   * interface is known.
   */
  public static List<Route> withLoopback(List<NetInterface> interfaces) {
    if (interfaces.isEmpty()) {
      return List.of();
    }
    List<Route> routes = new ArrayList<>(routes(interfaces));
    routes.addAll(loopback(interfaces.get(0).span()));
    return routes;
  }

  /** What table local holds for the addresses of these interfaces. */
  public static List<Route> routes(List<NetInterface> interfaces) {
    List<Route> routes = new ArrayList<>();
    for (NetInterface device : interfaces) {
      for (Address own : device.addresses()) {
        if (own.cidr().address().isIPv4()) {
          add(routes, device, own);
        }
      }
    }
    return routes;
  }

  private static void add(List<Route> routes, NetInterface device, Address own) {
    IPAddress address = own.cidr().address();
    routes.add(route(own, device, Route.Type.LOCAL, new Cidr(address, 32)));
    if (!device.flags().isEmpty() && !device.flags().contains("UP")) {
      return;
    }
    Cidr network = own.peer().orElse(own.cidr()).network();
    if (address.isLoopback()) {
      routes.add(route(own, device, Route.Type.LOCAL, network));
    }
    Optional<IPAddress> last =
        network.prefixLength() < 31 ? Optional.of(network.range().last()) : Optional.empty();
    own.broadcast()
        .filter(broadcast -> !last.equals(Optional.of(broadcast)))
        .ifPresent(
            broadcast ->
                routes.add(route(own, device, Route.Type.BROADCAST, new Cidr(broadcast, 32))));
    last.ifPresent(
        broadcast -> routes.add(route(own, device, Route.Type.BROADCAST, new Cidr(broadcast, 32))));
  }

  /** The routes of table main to the subnets of IPv4 addresses. */
  public static List<Route> connected(List<NetInterface> interfaces) {
    List<Route> routes = new ArrayList<>();
    for (NetInterface device : interfaces) {
      boolean up = device.flags().isEmpty() || device.flags().contains("UP");
      for (Address own : device.addresses()) {
        Cidr network = own.peer().orElse(own.cidr()).network();
        if (up
            && network.address().isIPv4()
            && !own.cidr().address().isLoopback()
            && network.prefixLength() < 32
            && !own.flags().contains("noprefixroute")) {
          routes.add(route(own, device, Route.Type.UNICAST, network));
        }
      }
    }
    return routes;
  }

  /** The loopback addresses that every system has, said by {@code span} for want of a better. */
  private static List<Route> loopback(Span span) {
    IPAddress home = AddressText.address("127.0.0.1").orElseThrow();
    Address own =
        new Address(
            span,
            new Cidr(home, 8),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());
    return routes(List.of(new NetInterface(span, "lo", Optional.empty(), Set.of(), List.of(own))));
  }

  private static Route route(Address own, NetInterface device, Route.Type type, Cidr destination) {
    return new Route(
        own.span(),
        type,
        destination,
        type == Route.Type.UNICAST ? "main" : "local",
        0,
        0,
        Optional.of(own.cidr().address()),
        Optional.of("kernel"),
        Optional.of(type == Route.Type.LOCAL ? "host" : "link"),
        List.of(new Route.NextHop(Optional.empty(), Optional.of(device.name()), Set.of())),
        false);
  }
}
