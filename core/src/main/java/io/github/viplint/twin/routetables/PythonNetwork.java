package io.github.viplint.twin.routetables;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import java.util.Optional;

/**
 * The network that {@code ipaddress.ip_network(text, strict=False)} of Python 3 prints for a CIDR
 * of route-tables.cfg: stricter about addresses than iproute2, and fine with masks.
 */
final class PythonNetwork {
  private PythonNetwork() {}

  static Optional<Cidr> of(String text) {
    int slash = text.indexOf('/');
    Optional<IPAddress> address = AddressText.address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().getBitCount();
    int length = slash < 0 ? bits : length(text.substring(slash + 1), address.get());
    return length < 0 || length > bits
        ? Optional.empty()
        : Optional.of(new Cidr(address.get(), length).network());
  }

  private static int length(String text, IPAddress address) {
    if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(text);
    }
    if (!address.isIPv4()) {
      return -1;
    }
    return AddressText.address(text)
        .filter(IPAddress::isIPv4)
        .map(mask -> ofMask(((IPv4Address) mask).intValue()))
        .orElse(-1);
  }

  /** A netmask, or else a mask of host bits. */
  private static int ofMask(int mask) {
    int ones = Integer.bitCount(mask);
    if (mask == (ones == 0 ? 0 : -1 << (32 - ones))) {
      return ones;
    }
    int host = ones == 0 ? 0 : -1 >>> (32 - ones);
    return mask == host ? 32 - ones : -1;
  }
}
