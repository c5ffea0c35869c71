package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import io.github.viplint.read.line.UnreadableLine;

/** Netmasks as old tools print them: {@code 255.255.255.0}. */
final class Netmask {
  private Netmask() {}

  /** The prefix length that {@code text} stands for. */
  static int length(String text) throws UnreadableLine {
    Integer length =
        AddressText.address(text)
            .filter(IPAddress::isIPv4)
            .map(mask -> mask.getBlockMaskPrefixLength(true))
            .orElse(null);
    if (length == null) {
      throw new UnreadableLine("a netmask that is no prefix");
    }
    return length;
  }
}
