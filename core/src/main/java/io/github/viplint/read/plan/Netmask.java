package io.github.viplint.read.plan;

import io.github.viplint.model.AddressText;
import java.util.Optional;

/** Netmasks as wizards ask for them. */
final class Netmask {
  private Netmask() {}

  /** 24 of {@code 255.255.255.0}, {@code /24} or {@code 24}; empty for what is none. */
  static Optional<Integer> length(String text) {
    String digits = text.startsWith("/") ? text.substring(1) : text;
    if (digits.matches("\\d{1,2}")) {
      int length = Integer.parseInt(digits);
      return length >= 1 && length <= 32 ? Optional.of(length) : Optional.empty();
    }
    return AddressText.address(text)
        .filter(address -> address.isIPv4())
        .map(address -> address.toIPv4().intValue())
        .filter(bits -> bits != 0 && (~bits & (~bits + 1)) == 0)
        .map(Integer::bitCount);
  }
}
