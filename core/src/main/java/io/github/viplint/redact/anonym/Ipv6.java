package io.github.viplint.redact.anonym;

import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv6.IPv6Address;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IPv6 addresses: the network part is another, the interface's part stays, save where it is made of
 * a MAC address (RFC 4291 appendix A).
 */
final class Ipv6 {
  static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\\w:]|\\.\\d)");

  private static final Pattern CIDR = Pattern.compile("(" + ADDRESS + ")/(\\d{1,3})");

  private static final int FIRST = 8;
  private static final int LAST = 47;
  private static final long EUI = 0xFFFE00_0000L;
  private static final long EUI_MASK = 0xFFFF00_0000L;
  private static final long LOCAL_BIT = 0x0200_0000_0000_0000L;

  /** What is not an address of somebody: loopback, mapped, link-local, multicast, documentation. */
  private static final List<Node> SPECIAL =
      List.of(
          Node.of(0, 8),
          Node.of(0xFE80L << 48, 10),
          Node.of(0xFF00L << 48, 8),
          Node.of(0x2001_0DB8L << 32, 32));

  private final PrefixPermutation permutation;
  private final MacAddress macs;

  Ipv6(Keyed keyed, MacAddress macs) {
    this.permutation = new PrefixPermutation(keyed, "ipv6", FIRST, LAST, List.of(), SPECIAL);
    this.macs = macs;
  }

  void learn(String text) {
    Matcher cidr = CIDR.matcher(text);
    while (cidr.find()) {
      int length = Integer.parseInt(cidr.group(2));
      parsed(cidr.group(1))
          .ifPresent(address -> permutation.keepNetwork(bits(address).getLong(0), length));
    }
  }

  private static Optional<IPv6Address> parsed(String text) {
    if (text.indexOf("::") < 0 && text.chars().filter(c -> c == ':').count() != 7) {
      return Optional.empty();
    }
    return Optional.ofNullable(new IPAddressString(text).getAddress())
        .filter(address -> address.isIPv6() && !address.isMultiple())
        .map(address -> address.toIPv6());
  }

  private static ByteBuffer bits(IPv6Address address) {
    return ByteBuffer.wrap(address.getBytes());
  }

  /** What takes its place; the text itself when it is no address. */
  String of(String text) {
    Optional<IPv6Address> address = parsed(text);
    if (address.isEmpty()) {
      return text;
    }
    ByteBuffer bits = bits(address.get());
    long network = bits.getLong(0);
    long host = bits.getLong(Long.BYTES);
    long otherNetwork = permutation.of(network);
    long otherHost = (host & EUI_MASK) == EUI ? ofMac(host) : host;
    if (network == otherNetwork && host == otherHost) {
      return text;
    }
    byte[] image =
        ByteBuffer.allocate(2 * Long.BYTES).putLong(otherNetwork).putLong(otherHost).array();
    return new IPv6Address(image).toCanonicalString();
  }

  private long ofMac(long host) {
    long plain = host ^ LOCAL_BIT;
    long mac = macs.of(plain >>> 40 << 24 | plain & 0xFF_FFFFL);
    return (mac >>> 24 << 40 | EUI | mac & 0xFF_FFFFL) ^ LOCAL_BIT;
  }
}
