package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddressString;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.Optional;

/** Addresses that no client reaches (RFC 6890). Made when the first range is looked at. */
enum SpecialRange {
  THIS_NETWORK("0.0.0.0", 8, "0.0.0.0/8, which means this network"),
  LOOPBACK("127.0.0.0", 8, "127.0.0.0/8, which is loopback"),
  LINK_LOCAL("169.254.0.0", 16, "169.254.0.0/16, which is link-local"),
  MULTICAST("224.0.0.0", 4, "224.0.0.0/4, which is multicast"),
  RESERVED("240.0.0.0", 4, "240.0.0.0/4, which is reserved"),
  LOOPBACK_V6("::1", 128, "::1, which is loopback"),
  LINK_LOCAL_V6("fe80::", 10, "fe80::/10, which is link-local"),
  MULTICAST_V6("ff00::", 8, "ff00::/8, which is multicast");

  private static final List<SpecialRange> ALL = List.of(values());

  private final AddressRange block;
  private final String what;

  SpecialRange(String address, int length, String what) {
    this.block = new Cidr(new IPAddressString(address).getAddress(), length).range();
    this.what = what;
  }

  /** The block in words. */
  String what() {
    return what;
  }

  /** The first that has addresses of {@code range}. */
  static Optional<SpecialRange> holding(AddressRange range) {
    for (SpecialRange special : ALL) {
      if (special.block.overlaps(range)) {
        return Optional.of(special);
      }
    }
    return Optional.empty();
  }
}
