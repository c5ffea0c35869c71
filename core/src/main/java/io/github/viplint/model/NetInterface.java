package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network interface.
 *
 * @param span its first line
 * @param name without the {@code @peer} of {@code ip addr}
 * @param mac lower case, with colons
 * @param flags as printed: {@code UP}, {@code LOWER_UP}
 */
public record NetInterface(
    Span span, String name, Optional<String> mac, Set<String> flags, List<Address> addresses) {
  public NetInterface {
    flags = Set.copyOf(flags);
    addresses = List.copyOf(addresses);
  }

  /**
   * An address of the interface.
   *
   * @param peer the far end of a point-to-point address; its prefix is then what is connected
   * @param flags {@code secondary}, {@code dynamic}, {@code noprefixroute} and so on, as printed
   */
  public record Address(
      Span span,
      Cidr cidr,
      Optional<IPAddress> broadcast,
      Optional<Cidr> peer,
      Optional<String> scope,
      Set<String> flags) {
    public Address {
      flags = Set.copyOf(flags);
    }
  }
}
