package io.github.viplint.model;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Optional;

/** Addresses as text, taken strictly: dotted quads without leading zeros, IPv6 without zones. */
public final class AddressText {
  private AddressText() {}

  /** {@code 10.0.0.1} or {@code fd00::1}; empty for anything else. */
  public static Optional<IPAddress> address(String text) {
    if (text.isEmpty() || text.length() > 45 || !onlyAddressCharacters(text)) {
      return Optional.empty();
    }
    if (text.indexOf(':') < 0) {
      return dottedQuad(text);
    }
    IPAddressString string = new IPAddressString(text, strict());
    return string.isIPAddress()
        ? Optional.ofNullable(string.getAddress()).map(AddressText::lean)
        : Optional.empty();
  }

  /** How the library is to read addresses. */
  static IPAddressStringParameters strict() {
    return Library.STRICT;
  }

  /** Made when the first text is left to the library. */
  private static final class Library {
    static final IPAddressStringParameters STRICT =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();
  }

  /** As the library reads it with {@link #strict}; a listing of routes has millions of them. */
  private static Optional<IPAddress> dottedQuad(String text) {
    int address = 0;
    int start = 0;
    for (int octet = 0; octet < 4; octet++) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      int value = octet(text, start, end);
      if (value < 0 || dot < 0 != (octet == 3)) {
        return Optional.empty();
      }
      address = address << 8 | value;
      start = end + 1;
    }
    return Optional.of(new IPv4Address(address));
  }

  /** -1 for none. */
  private static int octet(String text, int start, int end) {
    int length = end - start;
    if (length < 1 || length > 3 || length > 1 && text.charAt(start) == '0') {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value <= 255 ? value : -1;
  }

  /** The same address without the text and the parser's notes, which take five times its room. */
  private static IPAddress lean(IPAddress address) {
    return address.isIPv4()
        ? new IPv4Address(address.toIPv4().intValue())
        : new IPv6Address(address.getBytes());
  }

  /** {@code 10.0.0.1/24}, host bits kept; empty for anything else, an address alone included. */
  public static Optional<Cidr> cidr(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return address(text.substring(0, slash))
        .flatMap(
            address -> {
              int length = prefixLength(text.substring(slash + 1));
              return length >= 0 && length <= address.getBitCount()
                  ? Optional.of(new Cidr(address, length))
                  : Optional.empty();
            });
  }

  /** A prefix, or an address that stands for itself: {@code 10.0.0.1} is {@code 10.0.0.1/32}. */
  public static Optional<Cidr> cidrOrAddress(String text) {
    return text.indexOf('/') >= 0
        ? cidr(text)
        : address(text).map(address -> new Cidr(address, address.getBitCount()));
  }

  /**
   * The address of a server as network settings write it, perhaps with a port, an interface or a
   * name: {@code 10.0.0.1:53%eth0#dns.lab}, {@code [fd00::1]:53}.
   */
  public static Optional<IPAddress> server(String text) {
    String host = before(before(text, '#'), '%');
    if (host.startsWith("[")) {
      return host.indexOf(']') > 0 ? address(host.substring(1, host.indexOf(']'))) : address(host);
    }
    boolean port = host.indexOf(':') == host.lastIndexOf(':');
    return address(port ? before(host, ':') : host);
  }

  private static String before(String text, char c) {
    int at = text.indexOf(c);
    return at < 0 ? text : text.substring(0, at);
  }

  private static int prefixLength(String text) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= 3
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && (text.length() == 1 || text.charAt(0) != '0');
    return plain ? Integer.parseInt(text) : -1;
  }

  private static boolean onlyAddressCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed =
          c >= '0' && c <= '9'
              || c >= 'a' && c <= 'f'
              || c >= 'A' && c <= 'F'
              || c == '.'
              || c == ':';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
