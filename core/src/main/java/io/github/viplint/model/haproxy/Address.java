package io.github.viplint.model.haproxy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of a {@code bind}, {@code server}, {@code log}, {@code peer} or {@code nameserver}
 * line as str2sa_range() of haproxy's src/tools.c takes it apart. Which of its forms a line may
 * have is not judged here. A file may hold a hundred thousand of them, so one in the usual form,
 * four numbers, is made an {@link IPAddress} when that is asked for.
 */
public final class Address {
  /** What an address names. */
  public enum Kind {
    /** An IP address, the wildcard included. */
    IP,
    /** A name that haproxy looks up, or an address that it doesn't take. */
    HOST_NAME,
    /** A path in the file system: {@code /run/x}, {@code unix@run/x}. */
    UNIX,
    /** A name in Linux's abstract namespace: {@code abns@x}. */
    ABSTRACT,
    /** A file descriptor that haproxy inherits: {@code fd@3}, {@code sockpair@4}. */
    DESCRIPTOR,
    /** A connection from the other side: {@code rhttp@backend/server}. */
    REVERSE
  }

  private static final Set<String> UNIX = Set.of("unix", "uxst", "uxdg");
  private static final Set<String> ABSTRACT = Set.of("abns", "abnsz");
  private static final Set<String> DESCRIPTOR = Set.of("fd", "sockpair");
  private static final Set<String> REVERSE = Set.of("rhttp", "rev");
  private static final Set<String> FAMILIES =
      Set.of(
          "ipv4", "ipv6", "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6", "quic", "quic4", "quic6",
          "mptcp", "mptcp4", "mptcp6");
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowPrefix(false)
          .allowMask(false)
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .getParentBuilder()
          .toParams();

  private final String prefix;
  private final Kind kind;
  private final String host;
  private final @Nullable IPAddress unusual;
  private final Port port;

  private Address(String prefix, Kind kind, String host, @Nullable IPAddress unusual, Port port) {
    this.prefix = prefix;
    this.kind = kind;
    this.host = host;
    this.unusual = unusual;
    this.port = port;
  }

  /**
   * What stands before the {@code @}, {@code ipv4}, {@code unix}, {@code quic6}…; empty for none.
   */
  public String prefix() {
    return prefix;
  }

  public Kind kind() {
    return kind;
  }

  /** As written, without prefix and port; a path, a number or a name of a socket. */
  public String host() {
    return host;
  }

  public Port port() {
    return port;
  }

  /** Where the host is an address; the wildcard is {@code 0.0.0.0} or {@code ::}. */
  public Optional<IPAddress> ip() {
    return kind == Kind.IP && unusual == null
        ? Optional.of(new IPv4Address((int) DottedQuad.value(host)))
        : Optional.ofNullable(unusual);
  }

  /** The number of an IPv4 address; -1 for any other, and for one in an unusual form. */
  public long ipv4() {
    return kind == Kind.IP && unusual == null ? DottedQuad.value(host) : -1;
  }

  public boolean isIPv6() {
    return unusual != null && unusual.isIPv6();
  }

  /** Reads one address, without commas. */
  public static Address of(String text) {
    String rest = text;
    if (rest.startsWith("stream+") || rest.startsWith("dgram+")) {
      rest = rest.substring(rest.indexOf('+') + 1);
    }
    String prefix = "";
    int at = rest.indexOf('@');
    if (at >= 0) {
      String before = rest.substring(0, at);
      Optional<Kind> socket = socket(before);
      if (socket.isPresent()) {
        return new Address(before, socket.get(), rest.substring(at + 1), null, Port.NONE);
      }
      if (FAMILIES.contains(before)) {
        prefix = before;
        rest = rest.substring(at + 1);
      }
    }
    if (rest.startsWith("/")) {
      return new Address(prefix, Kind.UNIX, rest, null, Port.NONE);
    }
    int colon = rest.lastIndexOf(':');
    if (colon < rest.lastIndexOf(']')) {
      colon = -1;
    }
    String host = colon < 0 ? rest : rest.substring(0, colon);
    Port port = colon < 0 ? Port.NONE : Port.of(rest.substring(colon + 1));
    if (DottedQuad.value(host) >= 0) {
      return new Address(prefix, Kind.IP, host, null, port);
    }
    IPAddress ip = unusual(host, prefix.endsWith("6"), colon >= 0).orElse(null);
    return new Address(prefix, ip == null ? Kind.HOST_NAME : Kind.IP, host, ip, port);
  }

  /** Whether it stands for every address. */
  public boolean isWildcard() {
    return kind == Kind.IP && (unusual == null ? host.equals("0.0.0.0") : unusual.isAnyLocal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address address
        && prefix.equals(address.prefix)
        && kind == address.kind
        && host.equals(address.host)
        && port.equals(address.port);
  }

  @Override
  public int hashCode() {
    return 31 * host.hashCode() + port.first();
  }

  @Override
  public String toString() {
    return prefix + " " + kind + " " + host + " " + port;
  }

  private static Optional<Kind> socket(String prefix) {
    if (UNIX.contains(prefix)) {
      return Optional.of(Kind.UNIX);
    }
    if (ABSTRACT.contains(prefix)) {
      return Optional.of(Kind.ABSTRACT);
    }
    if (DESCRIPTOR.contains(prefix)) {
      return Optional.of(Kind.DESCRIPTOR);
    }
    return REVERSE.contains(prefix) ? Optional.of(Kind.REVERSE) : Optional.empty();
  }

  private static Optional<IPAddress> unusual(String host, boolean six, boolean hasPort) {
    if (host.isEmpty() && hasPort || host.equals("*")) {
      return Optional.of(six ? new IPv6Address(new byte[16]) : new IPv4Address(0));
    }
    if (host.length() > 2 && host.startsWith("[") && host.endsWith("]")) {
      return parsed(host.substring(1, host.length() - 1)).filter(IPAddress::isIPv6);
    }
    // The C library takes short, octal and hexadecimal forms too: 192.168.1 is 192.168.0.1.
    return host.indexOf(':') >= 0 || hasPort && isNumeric(host) ? parsed(host) : Optional.empty();
  }

  private static boolean isNumeric(String host) {
    return host.length() <= 45
        && Character.digit(host.charAt(0), 10) >= 0
        && host.chars().allMatch(c -> c == '.' || c == 'x' || Character.digit(c, 16) >= 0);
  }

  private static Optional<IPAddress> parsed(String text) {
    if (text.length() > 45 || text.indexOf('-') >= 0 || text.indexOf('*') >= 0) {
      return Optional.empty();
    }
    IPAddressString string = new IPAddressString(text, STRICT);
    return string.isIPAddress()
        ? Optional.ofNullable(string.getAddress())
            .filter(address -> !address.isMultiple())
            .map(Address::lean)
        : Optional.empty();
  }

  /** The same address without the text and the parser's notes, which take five times its room. */
  private static IPAddress lean(IPAddress address) {
    return address.isIPv4()
        ? new IPv4Address(address.toIPv4().intValue())
        : new IPv6Address(address.getBytes());
  }
}
