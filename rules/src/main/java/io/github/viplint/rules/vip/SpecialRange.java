package io.github.viplint.rules.vip;

import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that no client reaches (RFC 6890). Made when the first range of their family is looked
 * at.
 *
 * @param what the block in words
 */
record SpecialRange(AddressRange block, String what) {
  private static SpecialRange of(String address, int length, String meaning) {
    return new SpecialRange(
        new Cidr(AddressText.address(address).orElseThrow(), length).range(),
        address + "/" + length + ", which " + meaning);
  }

  private static final class V4 {
    static final List<SpecialRange> ALL =
        List.of(
            of("0.0.0.0", 8, "means this network"),
            of("127.0.0.0", 8, "is loopback"),
            of("169.254.0.0", 16, "is link-local"),
            of("224.0.0.0", 4, "is multicast"),
            of("240.0.0.0", 4, "is reserved"));
  }

  private static final class V6 {
    static final List<SpecialRange> ALL =
        List.of(
            new SpecialRange(
                new Cidr(AddressText.address("::1").orElseThrow(), 128).range(),
                "::1, which is loopback"),
            of("fe80::", 10, "is link-local"),
            of("ff00::", 8, "is multicast"));
  }

  /** The first that has addresses of {@code range}. */
  static Optional<SpecialRange> holding(AddressRange range) {
    for (SpecialRange special : range.isIPv6() ? V6.ALL : V4.ALL) {
      if (special.block.overlaps(range)) {
        return Optional.of(special);
      }
    }
    return Optional.empty();
  }
}
