package io.github.viplint.twin.command;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.Cidr;
import java.util.Optional;

/**
 * What {@code ip route add local X} takes X for: {@code get_prefix} of iproute2's lib/utils.c
 * (6.1). Far more than a person would write: octets may be left out, signed, octal ({@code 010}) or
 * hexadecimal, each may begin with blanks, and so may the length, which may be a dotted mask.
 */
public final class RoutePrefix {
  /** More than any field may hold; larger numbers stay there. */
  private static final long TOO_LARGE = 1L << 40;

  private static final IPAddressStringParameters IPV6 =
      new IPAddressStringParameters.Builder()
          .allowIPv4(false)
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private final String text;
  private int position;

  private RoutePrefix(String text) {
    this.text = text;
  }

  /** The prefix, host bits kept; empty when iproute2 refuses the text. */
  public static Optional<Cidr> parse(String text) {
    if ("help".startsWith(text)) {
      return Optional.empty(); // iproute2 takes an abbreviation for the command
    }
    if (isAny(text)) {
      return Optional.of(new Cidr(new IPv4Address(0), 0));
    }
    int slash = text.indexOf('/');
    String head = slash < 0 ? text : text.substring(0, slash);
    Optional<IPAddress> address = head.indexOf(':') >= 0 ? ipv6(head) : ipv4(head);
    if (address.isEmpty() || slash < 0) {
      return address.map(a -> new Cidr(a, a.getBitCount()));
    }
    long length = length(text.substring(slash + 1));
    return length < 0 || length > address.get().getBitCount()
        ? Optional.empty()
        : Optional.of(new Cidr(address.get(), (int) length));
  }

  /** What {@code get_addr} takes for an address; a length is none of it. */
  public static Optional<IPAddress> address(String text) {
    return text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
  }

  private static boolean isAny(String text) {
    return text.equals("default") || text.equals("any") || text.equals("all");
  }

  private static Optional<IPAddress> ipv6(String text) {
    if (text.length() > 45) {
      return Optional.empty();
    }
    return Optional.ofNullable(new IPAddressString(text, IPV6).getAddress())
        .map(IPAddress::withoutPrefixLength);
  }

  /** {@code get_addr_ipv4}. */
  private static Optional<IPAddress> ipv4(String text) {
    RoutePrefix reader = new RoutePrefix(text);
    int bits = 0;
    for (int octet = 0; octet < 4; octet++) {
      long value = reader.number();
      if (value < 0 || value > 255) {
        return Optional.empty();
      }
      bits |= (int) value << (24 - 8 * octet);
      if (reader.position == text.length()) {
        return Optional.of(new IPv4Address(bits));
      }
      if (text.charAt(reader.position++) != '.') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** {@code get_netmask}: a number, or else a mask in the form of an address. */
  private static long length(String text) {
    RoutePrefix reader = new RoutePrefix(text);
    long value = reader.number();
    if (value >= 0 && reader.position == text.length()) {
      return value;
    }
    if (isAny(text)) {
      return 0;
    }
    return ipv4(text).map(mask -> bits(((IPv4Address) mask).intValue())).orElse(-1);
  }

  /** {@code mask2bits}. */
  private static int bits(int mask) {
    int host = ~mask;
    return (host & (host + 1)) == 0 ? Integer.bitCount(mask) : -1;
  }

  /** {@code strtoul} with base 0, up to what a field can hold; -1 where no digit stands. */
  private long number() {
    int start = position;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    boolean negative = false;
    if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
      negative = text.charAt(start) == '-';
      start++;
    }
    int base = 10;
    if (start < text.length() && text.charAt(start) == '0') {
      base = 8;
      if (start + 2 < text.length()
          && Character.toLowerCase(text.charAt(start + 1)) == 'x'
          && digit(text.charAt(start + 2), 16) >= 0) {
        base = 16;
        start += 2;
      }
    }
    int end = start;
    long value = 0;
    while (end < text.length() && digit(text.charAt(end), base) >= 0) {
      value = Math.min(TOO_LARGE, value * base + digit(text.charAt(end), base));
      end++;
    }
    if (end == start) {
      return -1;
    }
    position = end;
    // a negative number wraps round to one that is too large
    return negative && value != 0 ? TOO_LARGE : value;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** ASCII only: Character.digit knows more digits than C does. */
  private static int digit(char c, int base) {
    return c < 128 ? Character.digit(c, base) : -1;
  }
}
