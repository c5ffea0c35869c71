package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which IPv4 address a packet of this host gets: {@code inet_select_addr} of net/ipv4/devinet.c.
 */
final class SourceAddresses {
  private final List<NetInterface> interfaces;

  SourceAddresses(List<NetInterface> interfaces) {
    this.interfaces = interfaces;
  }

  /**
   * The first address of the device whose subnet holds the gateway, else its first, else the first
   * of any device.
   */
  Optional<IPAddress> of(String device, Optional<IPAddress> gateway) {
    List<Address> own =
        interfaces.stream()
            .filter(candidate -> candidate.name().equals(device))
            .flatMap(SourceAddresses::primary)
            .toList();
    return own.stream()
        .filter(address -> gateway.isPresent() && subnetHolds(address, gateway.get()))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(this::anyGlobal)
        .map(address -> address.cidr().address());
  }

  private Optional<Address> anyGlobal() {
    return interfaces.stream()
        .flatMap(SourceAddresses::primary)
        .filter(SourceAddresses::isGlobal)
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

  /** ifconfig shows no scope. */
  private static boolean isGlobal(Address address) {
    return address.scope().map("global"::equals).orElse(!address.cidr().address().isLoopback());
  }
}
