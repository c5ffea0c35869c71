package io.github.viplint.read.haproxy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.model.AddressText;
import java.util.Optional;
import java.util.Set;

/**
 * An address of a {@code bind} or {@code server} line as str2sa_range() of haproxy's src/tools.c
 * takes it apart.
 *
 * @param address empty for a socket, file descriptor or host name, and where a variable stands
 * @param firstPort 0 where there is none, where it is relative, and where it is no number
 * @param lastPort the last of a range, else the same
 */
record HaproxyAddress(Optional<IPAddress> address, int firstPort, int lastPort) {
  private static final Set<String> SOCKETS =
      Set.of("unix", "uxst", "uxdg", "abns", "abnsz", "fd", "sockpair", "rhttp", "rev");
  private static final Set<String> FAMILIES =
      Set.of(
          "ipv4", "ipv6", "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6", "quic", "quic4", "quic6",
          "mptcp", "mptcp4", "mptcp6");
  private static final HaproxyAddress NONE = new HaproxyAddress(Optional.empty(), 0, 0);

  /** Reads one address, without commas. */
  static HaproxyAddress of(String text) {
    String rest = text;
    if (rest.startsWith("stream+") || rest.startsWith("dgram+")) {
      rest = rest.substring(rest.indexOf('+') + 1);
    }
    boolean six = false;
    int at = rest.indexOf('@');
    if (at >= 0) {
      String prefix = rest.substring(0, at);
      if (SOCKETS.contains(prefix)) {
        return NONE;
      }
      if (FAMILIES.contains(prefix)) {
        six = prefix.endsWith("6");
        rest = rest.substring(at + 1);
      }
    }
    if (rest.isEmpty() || rest.startsWith("/")) {
      return NONE;
    }
    int colon = rest.lastIndexOf(':');
    if (colon < rest.lastIndexOf(']')) {
      colon = -1;
    }
    String host = colon < 0 ? rest : rest.substring(0, colon);
    String port = colon < 0 ? "" : rest.substring(colon + 1);
    int dash = port.indexOf('-', 1);
    int first = port(dash < 0 ? port : port.substring(0, dash));
    int last = dash < 0 ? first : port(port.substring(dash + 1));
    return new HaproxyAddress(host(host, six, colon >= 0), first, last);
  }

  private static Optional<IPAddress> host(String host, boolean six, boolean hasPort) {
    if (host.isEmpty() || host.equals("*")) {
      return AddressText.address(six ? "::" : "0.0.0.0");
    }
    if (host.length() > 2 && host.startsWith("[") && host.endsWith("]")) {
      return AddressText.address(host.substring(1, host.length() - 1));
    }
    Optional<IPAddress> strict = AddressText.address(host);
    // The C library takes short, octal and hexadecimal forms too: 192.168.1 is 192.168.0.1.
    return strict.isEmpty() && hasPort && isNumeric(host)
        ? Optional.ofNullable(new IPAddressString(host).getAddress())
            .filter(address -> !address.isMultiple())
        : strict;
  }

  private static boolean isNumeric(String host) {
    return host.length() <= 45
        && Character.digit(host.charAt(0), 10) >= 0
        && host.chars().allMatch(c -> c == '.' || c == 'x' || Character.digit(c, 16) >= 0);
  }

  private static int port(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int port = Integer.parseInt(text);
    return port <= 65535 ? port : 0;
  }
}
