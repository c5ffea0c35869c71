package io.github.viplint.twin.haproxy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.ListeningSockets.Socket;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.twin.appliance.Appliance;
import io.github.viplint.twin.haproxy.HaproxyBoot.Listener;
import io.github.viplint.twin.haproxy.HaproxyBoot.Outcome;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.table.FibTable;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.Match;
import io.github.viplint.twin.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses a process can listen on: {@code inet_bind} of net/ipv4/af_inet.c, {@code
 * inet6_bind}, and {@code inet_csk_get_port} of net/ipv4/inet_connection_sock.c. haproxy sets
 * SO_REUSEPORT, so two of its own sockets never collide unless {@code noreuseport} says so.
 */
final class Listening {
  private static final String NONLOCAL = "net.ipv4.ip_nonlocal_bind";
  private static final String V6ONLY = "net.ipv6.bindv6only";
  private static final String IPV6_ONLY =
      "an IPv4 address, and its socket is for IPv6 only (Invalid argument)";

  private final KernelState kernel;
  private final Tables tables;
  private final FibTable local;
  private final boolean rangesKnown;
  private final boolean addressesKnown;
  private final Set<IPAddress> own = new HashSet<>();
  private final boolean v6only;
  private final boolean ipv6First;
  private final boolean sharesPorts;

  /** What keeps others from listening there, by the port. */
  private final Map<Integer, List<Held>> held = new HashMap<>();

  /** The same, of ranges of ports. */
  private final List<Held> heldRanges = new ArrayList<>();

  private record Held(ListenAddress where, String program) {}

  Listening(Appliance appliance) {
    this.kernel = appliance.kernel();
    this.tables = new Tables(kernel, IPVersion.IPV4);
    this.addressesKnown = appliance.knowsAddresses();
    this.rangesKnown = appliance.knowsRanges();
    this.local = new FibTable(kernel.table("local").orElse(List.of()), hop -> true);
    for (Socket other : appliance.others()) {
      hold(ListenAddress.of(other), other.process().orElse("another program"));
    }
    this.ipv6First = appliance.haproxyVersion().isAtLeast(2, 3);
    this.v6only = "1".equals(kernel.sysctls().get(V6ONLY));
    this.sharesPorts =
        appliance.haproxy().stream()
            .flatMap(file -> file.sections("global"))
            .allMatch(section -> section.directives("noreuseport").findAny().isEmpty());
    for (NetInterface device : kernel.interfaces()) {
      device.addresses().forEach(address -> own.add(address.cidr().address()));
    }
    if (!kernel.interfacesComplete()) {
      appliance.routeTables().stream()
          .flatMap(file -> file.entries().stream())
          .map(RouteTables.Entry::address)
          .flatMap(Optional::stream)
          .forEach(address -> own.add(address.address()));
    }
  }

  /**
   * Binds all of them; a socket of the file system, which has no address, is left out. haproxy 2.2
   * binds in the order of its file; later releases what they have of IPv6 first (measured: 2.6 and
   * 3.0).
   */
  List<Listener> bindAll(List<Bind> binds) {
    Map<Bind, Listener> done = new IdentityHashMap<>();
    Stream<Bind> order =
        ipv6First
            ? Stream.concat(
                binds.stream().filter(bind -> bind.where().isIPv6()),
                binds.stream().filter(bind -> !bind.where().isIPv6()))
            : binds.stream();
    order.forEach(bind -> of(bind).ifPresent(listener -> done.put(bind, listener)));
    return binds.stream().map(done::get).filter(Objects::nonNull).toList();
  }

  private Optional<Listener> of(Bind bind) {
    Optional<IPAddress> address = bind.address();
    if (address.isEmpty()) {
      return isSocket(bind.span().text())
          ? Optional.empty()
          : Optional.of(
              new Listener(
                  bind, address, Outcome.UNKNOWN, "a name, whose address was not captured"));
    }
    IPAddress wanted = ListenAddress.unmapped(address.get());
    return Optional.of(
        wanted != address.get() && ListenAddress.isIpv6Only(bind, v6only)
            ? new Listener(bind, address, Outcome.NOT_LOCAL, IPV6_ONLY)
            : listener(bind, wanted));
  }

  private static boolean isSocket(String text) {
    int at = text.indexOf('@');
    return text.startsWith("/")
        || at > 0
            && Set.of("unix", "uxst", "uxdg", "abns", "abnsz", "fd", "sockpair", "rhttp", "rev")
                .contains(text.substring(0, at));
  }

  private Listener listener(Bind bind, IPAddress address) {
    Outcome outcome = bind.transparent() || address.isAnyLocal() ? Outcome.BOUND : outcome(address);
    if (outcome == Outcome.NOT_LOCAL) {
      return listener(bind, address, outcome, "in no active range and on no interface");
    }
    if (outcome == Outcome.UNKNOWN) {
      return listener(bind, address, outcome, unknown());
    }
    ListenAddress where = ListenAddress.of(bind, v6only);
    Optional<String> holder = holder(where);
    if (holder.isPresent()) {
      return listener(bind, address, Outcome.IN_USE, holder.get() + " listens there");
    }
    if (!sharesPorts) {
      hold(where, "haproxy itself");
    }
    return listener(bind, address, Outcome.BOUND, reason(bind, address));
  }

  private static Listener listener(Bind bind, IPAddress address, Outcome outcome, String reason) {
    return new Listener(bind, Optional.of(address), outcome, reason);
  }

  private String unknown() {
    if (addressesKnown) {
      return "in no known range, and not all ranges were captured";
    }
    return rangesKnown
        ? "in no active range, and the addresses of the interfaces were not captured"
        : "neither all ranges nor the addresses of the interfaces were captured";
  }

  private Outcome outcome(IPAddress address) {
    if (own.contains(address) || address.isLoopback()) {
      return Outcome.BOUND;
    }
    if (address.isIPv6()) {
      return kernel.interfacesComplete() ? Outcome.NOT_LOCAL : Outcome.UNKNOWN;
    }
    if ("1".equals(kernel.sysctls().get(NONLOCAL)) || isAlwaysBindable(address)) {
      return Outcome.BOUND;
    }
    FlowKey key = FlowKey.to(address);
    Match match = local.find(key);
    boolean here =
        match != null
            && (match.route().type() == Route.Type.LOCAL
                || match.route().type() == Route.Type.BROADCAST
                || match.route().type() == Route.Type.MULTICAST)
            && !tables.isOverruledByMain(match, key);
    if (here) {
      return Outcome.BOUND;
    }
    return addressesKnown && rangesKnown ? Outcome.NOT_LOCAL : Outcome.UNKNOWN;
  }

  /** 255.255.255.255 counts as a broadcast address; 0.0.0.0/8 does no longer (Linux 5.3). */
  private static boolean isAlwaysBindable(IPAddress address) {
    return address.isMulticast() || address.toIPv4().intValue() == -1;
  }

  private static String reason(Bind bind, IPAddress address) {
    if (address.isAnyLocal()) {
      return "all addresses";
    }
    return bind.transparent() ? "transparent" : "";
  }

  private void hold(ListenAddress where, String program) {
    boolean one = where.firstPort() == where.lastPort();
    (one ? held.computeIfAbsent(where.firstPort(), port -> new ArrayList<>()) : heldRanges)
        .add(new Held(where, program));
  }

  /** Who has the port already, at an address that includes this one or is included. */
  private Optional<String> holder(ListenAddress where) {
    if (held.isEmpty() && heldRanges.isEmpty()) {
      return Optional.empty();
    }
    Stream<Held> ports =
        where.firstPort() == where.lastPort()
            ? held.getOrDefault(where.firstPort(), List.of()).stream()
            : held.values().stream().flatMap(List::stream);
    return Stream.concat(ports, heldRanges.stream())
        .filter(one -> where.collides(one.where()))
        .map(Held::program)
        .findFirst();
  }
}
