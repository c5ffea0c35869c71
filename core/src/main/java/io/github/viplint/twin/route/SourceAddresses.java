package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which IPv4 address a packet of this host gets: {@code inet_select_addr} of net/ipv4/devinet.c.
 */
final class SourceAddresses {
  static final int UNIVERSE = 0;
  static final int LINK = 253;
  static final int HOST = 254;

  private final List<NetInterface> interfaces;

  SourceAddresses(List<NetInterface> interfaces) {
    this.interfaces = interfaces;
  }

  /**
   * The first address of the device whose subnet holds {@code near}, else its first, else the first
   * of any device; secondary addresses and those that reach less far than {@code scope} don't
   * count.
   *
   * @param near the gateway
   */
  Optional<IPAddress> of(String device, Optional<IPAddress> near, int scope) {
    List<Address> own =
        interfaces.stream()
            .filter(candidate -> candidate.name().equals(device))
            .flatMap(SourceAddresses::primary)
            .filter(address -> scope(address) <= scope)
            .toList();
    return own.stream()
        .filter(address -> near.isPresent() && subnetHolds(address, near.get()))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> ofAny(scope))
        .map(address -> address.cidr().address());
  }

  /** The name of the device that has an address; {@code __ip_dev_find}. */
  Optional<String> holder(IPAddress address) {
    return interfaces.stream()
        .filter(
            device ->
                device.addresses().stream().anyMatch(own -> own.cidr().address().equals(address)))
        .map(NetInterface::name)
        .findFirst();
  }

  private Optional<Address> ofAny(int scope) {
    return interfaces.stream()
        .flatMap(SourceAddresses::primary)
        .filter(address -> scope(address) != LINK && scope(address) <= scope)
        .findFirst();
  }

  private static Stream<Address> primary(NetInterface device) {
    return device.addresses().stream()
        .filter(address -> address.cidr().address().isIPv4())
        .filter(address -> !address.flags().contains("secondary"));
  }

  private static boolean subnetHolds(Address address, IPAddress gateway) {
    return address.peer().orElse(address.cidr()).contains(gateway);
  }

  /** How far a route's destination is, and with it the addresses that may go there. */
  static int scope(Route route) {
    if (route.scope().isPresent()) {
      return number(route.scope().get());
    }
    // route -n shows no scopes; ip leaves out the usual one only
    boolean onLink = route.via().isEmpty();
    return onLink && route.span().capture().kind() == CaptureKind.ROUTE_N ? LINK : UNIVERSE;
  }

  /** ifconfig shows no scope. */
  private static int scope(Address address) {
    return address
        .scope()
        .map(SourceAddresses::number)
        .orElse(address.cidr().address().isLoopback() ? HOST : UNIVERSE);
  }

  /** /etc/iproute2/rt_scopes. */
  private static int number(String scope) {
    return switch (scope) {
      case "global" -> UNIVERSE;
      case "site" -> 200;
      case "link" -> LINK;
      case "host" -> HOST;
      case "nowhere" -> 255;
      default -> {
        try {
          yield Integer.decode(scope);
        } catch (NumberFormatException e) {
          yield UNIVERSE;
        }
      }
    };
  }
}
