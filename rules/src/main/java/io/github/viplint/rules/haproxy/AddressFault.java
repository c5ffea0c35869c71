package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Address;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Port;
import java.util.Optional;
import java.util.Set;

/**
 * What one release of haproxy finds wrong with an address: str2sa_range() of its src/tools.c. A
 * name that it would have to look up is never wrong here.
 */
final class AddressFault {
  private static final HaproxyVersion PREFIXES = new HaproxyVersion(2, 4);
  private static final Set<String> OLD =
      Set.of("", "ipv4", "ipv6", "unix", "abns", "fd", "sockpair");
  private static final Set<String> DATAGRAM = Set.of("udp", "udp4", "udp6", "uxdg");
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*\\.?";

  private AddressFault() {}

  /** Of a {@code bind} or {@code stats socket} address, as a sentence's end. */
  static Optional<String> ofBind(Address address, HaproxyVersion version) {
    if (DATAGRAM.contains(address.prefix())) {
      return Optional.of("is for datagrams, and a frontend takes connections");
    }
    Optional<String> prefix = prefix(address, version);
    if (prefix.isPresent() || isSocket(address)) {
      return prefix;
    }
    Port port = address.port();
    return switch (port.kind()) {
      case ABSENT, EMPTY -> Optional.of("has no port");
      case RELATIVE -> Optional.of("counts its port from another one, which only a server may");
      case OTHER -> Optional.of("has '" + port.text() + "' for a port, which is no number");
      case NUMBER ->
          port.first() == 0
              ? Optional.of("has port " + port.text() + ", and ports are 1 to 65535")
              : host(address);
      case RANGE ->
          port.first() == 0 || port.last() == 0
              ? Optional.of("has ports " + port.text() + ", and ports are 1 to 65535")
              : port.first() > port.last()
                  ? Optional.of("has a port range that runs backwards")
                  : host(address);
    };
  }

  /** Of a {@code server} address. */
  static Optional<String> ofServer(Address address, HaproxyVersion version) {
    Optional<String> prefix = prefix(address, version);
    if (prefix.isPresent() || isSocket(address)) {
      return prefix;
    }
    Port port = address.port();
    return switch (port.kind()) {
      case RANGE -> Optional.of("has a range of ports, and a server has one");
      case OTHER -> Optional.of("has '" + port.text() + "' for a port, which is no number");
      case NUMBER ->
          port.first() == 0 && !port.text().matches("0+") && version.isAtLeast(2, 4)
              ? Optional.of("has port " + port.text() + ", and ports end at 65535")
              : host(address);
      case ABSENT, EMPTY, RELATIVE -> host(address);
    };
  }

  private static boolean isSocket(Address address) {
    return switch (address.kind()) {
      case UNIX, ABSTRACT, DESCRIPTOR, REVERSE -> true;
      case IP, HOST_NAME -> false;
    };
  }

  /** Prefixes that came later: {@code tcp4@} in 2.4, {@code abnsz@} in 3.2. */
  private static Optional<String> prefix(Address address, HaproxyVersion version) {
    if (OLD.contains(address.prefix())) {
      return Optional.empty();
    }
    boolean later =
        address.prefix().equals("abnsz")
            ? !version.isAtLeast(3, 2)
            : version.compareTo(PREFIXES) < 0;
    return later
        ? Optional.of(
            "begins with " + address.prefix() + "@, which haproxy " + version + " does not know")
        : Optional.empty();
  }

  /** Something that is no address and can't be a name either. */
  private static Optional<String> host(Address address) {
    String host = address.host();
    if (address.kind() == Address.Kind.IP || host.isEmpty() || host.indexOf('$') >= 0) {
      return Optional.empty();
    }
    boolean numeric = host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    return numeric || !host.matches(NAME)
        ? Optional.of("has '" + host + "' where an address or a name should stand")
        : Optional.empty();
  }
}
