package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv6.IPv6Address;
import io.github.viplint.model.AddressText;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.UnreadableLine;
import java.util.Map;
import java.util.Optional;

/**
 * Where a socket listens, as one word of a listing: {@code 10.0.0.1%eth0:443}, {@code [::]:22},
 * {@code :::22}, {@code *:https}.
 *
 * @param address empty for all addresses of both families
 * @param device the interface that it is bound to
 * @param perhapsBoth {@code ::} of a listing that does not tell whether it takes IPv4 as well
 */
record SocketName(
    Optional<IPAddress> address, Optional<String> device, int port, boolean perhapsBoth) {
  private static final int LAST_PORT = 65535;

  private static final IPAddress ANY6 = AddressText.address("::").orElseThrow();

  /** What stands for an address in a row of IPv4; hosts(5) of any machine has {@code localhost}. */
  private static final Map<String, Optional<IPAddress>> OF_IPV4 =
      Map.of("*", AddressText.address("0.0.0.0"), "localhost", AddressText.address("127.0.0.1"));

  private static final Map<String, Optional<IPAddress>> OF_IPV6 =
      Map.of("*", Optional.of(ANY6), "localhost", AddressText.address("::1"));

  private static final Map<String, Optional<IPAddress>> OF_BOTH = Map.of("*", Optional.empty());

  /** Names that /etc/services has for ports of an appliance, for listings without {@code -n}. */
  private static final Map<String, Integer> SERVICES =
      Map.of(
          "ssh", 22,
          "domain", 53,
          "http", 80,
          "sunrpc", 111,
          "https", 443,
          "freeciv", 5556,
          "sun-sr-https", 6443,
          "http-alt", 8080,
          "webcache", 8080,
          "pcsync-https", 8443);

  /**
   * Of ss: {@code *} is both families, {@code [::]} IPv6 alone; before 4.17 it wrote no brackets.
   */
  static SocketName ofSs(String text) throws UnreadableLine {
    return read(text, OF_BOTH, !text.startsWith("["));
  }

  /** Of netstat and lsof, whose {@code *} is of the row's family. */
  static SocketName of(String text, boolean ipv6) throws UnreadableLine {
    return read(text, ipv6 ? OF_IPV6 : OF_IPV4, true);
  }

  private static SocketName read(String text, Map<String, Optional<IPAddress>> names, boolean vague)
      throws UnreadableLine {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new UnreadableLine("no address and port where the socket's should stand");
    }
    String host = text.substring(0, colon).replace("[", "").replace("]", "");
    int percent = host.indexOf('%');
    String bare = percent < 0 ? host : host.substring(0, percent);
    Optional<IPAddress> address =
        names.containsKey(bare) ? names.get(bare) : Optional.of(address(bare));
    return new SocketName(
        address,
        percent < 0 ? Optional.empty() : Optional.of(host.substring(percent + 1)),
        port(text.substring(colon + 1)),
        vague && address.filter(ANY6::equals).isPresent());
  }

  private static IPAddress address(String text) throws UnreadableLine {
    IPAddress address =
        AddressText.address(text)
            .orElseThrow(
                () -> new UnreadableLine("a name stands for the address: show numbers with -n"));
    return address instanceof IPv6Address ipv6 && ipv6.isIPv4Mapped()
        ? ipv6.getEmbeddedIPv4Address()
        : address;
  }

  private static int port(String text) throws UnreadableLine {
    Integer named = SERVICES.get(text);
    if (named != null) {
      return named;
    }
    return Numbers.parse(text)
        .filter(port -> port <= LAST_PORT)
        .map(Long::intValue)
        .orElseThrow(
            () -> new UnreadableLine("a name stands for the port: show numbers with -n or -P"));
  }
}
