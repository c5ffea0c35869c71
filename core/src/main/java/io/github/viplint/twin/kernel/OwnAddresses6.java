package io.github.viplint.twin.kernel;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the kernel itself puts into table local of IPv6 for the addresses of interfaces: {@code
 * addrconf_f6i_alloc} and {@code addrconf_add_mroute} of net/ipv6. The spans are those of the
 * addresses.
 */
public final class OwnAddresses6 {
  private static final Cidr MULTICAST = new Cidr(new IPAddressString("ff00::").getAddress(), 8);
  private static final Cidr HOME = new Cidr(new IPAddressString("::1").getAddress(), 128);
  private static final long MULTICAST_METRIC = 256;

  private OwnAddresses6() {}

  /**
   * What table local holds on a system with these interfaces, loopback included; nothing when they
   * show no address of IPv6, for {@code ip -4 addr} and old ones of ifconfig leave them out.
   */
  public static List<Route> withLoopback(List<NetInterface> interfaces) {
    List<Route> routes = new ArrayList<>();
    for (NetInterface device : interfaces) {
      List<Address> own =
          device.addresses().stream()
              .filter(address -> address.cidr().address().isIPv6())
              .filter(address -> !address.flags().contains("dadfailed"))
              .toList();
      for (Address address : own) {
        Cidr cidr = new Cidr(address.cidr().address(), 128);
        routes.add(route(address.span(), device.name(), Route.Type.LOCAL, cidr, 0));
      }
      if (!own.isEmpty() && !device.name().equals("lo")) {
        routes.add(
            route(
                own.get(0).span(),
                device.name(),
                Route.Type.MULTICAST,
                MULTICAST,
                MULTICAST_METRIC));
      }
    }
    if (!routes.isEmpty() && routes.stream().noneMatch(r -> r.destination().equals(HOME))) {
      routes.add(route(routes.get(0).span(), "lo", Route.Type.LOCAL, HOME, 0));
    }
    return routes;
  }

  private static Route route(
      Span span, String device, Route.Type type, Cidr destination, long metric) {
    return new Route(
        span,
        type,
        destination,
        "local",
        0,
        metric,
        Optional.<IPAddress>empty(),
        Optional.of("kernel"),
        Optional.empty(),
        List.of(new Route.NextHop(Optional.empty(), Optional.of(device), Set.of())),
        false);
  }
}
