package io.github.viplint.twin.haproxy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.Endpoint;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses a process can listen on: {@code inet_bind} of net/ipv4/af_inet.c, {@code
 * inet6_bind}, and {@code inet_csk_get_port} of net/ipv4/inet_connection_sock.c. haproxy sets
 * SO_REUSEPORT, so two of its own sockets never collide unless {@code noreuseport} says so.
 */
final class Listening {
  /** What haproxy writes before the address of a socket of UDP. */
  private static final List<String> DATAGRAMS = List.of("udp", "quic");

  private static final String NONLOCAL = "net.ipv4.ip_nonlocal_bind";

  private final KernelState kernel;
  private final Tables tables;
  private final FibTable local;
  private final boolean localKnown;
  private final Set<IPAddress> own = new HashSet<>();
  private final List<Socket> others;
  private final boolean sharesPorts;

  /** What was bound before, by port. */
  private final Map<Integer, List<IPAddress>> bound = new HashMap<>();

  Listening(Appliance appliance) {
    this.kernel = appliance.kernel();
    this.tables = new Tables(kernel, IPVersion.IPV4);
    this.localKnown = appliance.knowsAddresses();
    this.local = new FibTable(kernel.table("local").orElse(List.of()), hop -> true);
    this.others = appliance.others();
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

  /** Binds it; empty for a socket of the file system, which has no address. */
  Optional<Listener> of(Bind bind) {
    if (bind.address().isEmpty()) {
      return isSocket(bind.span().text())
          ? Optional.empty()
          : Optional.of(
              new Listener(bind, Outcome.UNKNOWN, "a name, whose address was not captured"));
    }
    IPAddress address = bind.address().get();
    Listener listener = listener(bind, address);
    if (listener.outcome() == Outcome.BOUND) {
      bound.computeIfAbsent(bind.firstPort(), port -> new ArrayList<>()).add(address);
    }
    return Optional.of(listener);
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
      return new Listener(bind, outcome, "in no active range and on no interface");
    }
    if (outcome == Outcome.UNKNOWN) {
      return new Listener(
          bind,
          outcome,
          "in no active range, and the addresses of the interfaces were not captured");
    }
    return holder(bind, address)
        .map(holder -> new Listener(bind, Outcome.IN_USE, holder + " listens there"))
        .orElseGet(() -> new Listener(bind, Outcome.BOUND, reason(bind, address)));
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
    return localKnown ? Outcome.NOT_LOCAL : Outcome.UNKNOWN;
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

  /** Who has the port already, at an address that includes this one or is included. */
  private Optional<String> holder(Bind bind, IPAddress address) {
    for (Socket other : others) {
      if (bind.firstPort() <= other.port()
          && other.port() <= bind.lastPort()
          && meets(bind, other)
          && other.occupies(new Endpoint(address, other.port()))) {
        return other.process();
      }
    }
    boolean taken =
        !sharesPorts
            && bound.getOrDefault(bind.firstPort(), List.of()).stream()
                .anyMatch(before -> overlaps(address, before));
    return taken ? Optional.of("haproxy itself") : Optional.empty();
  }

  /** TCP in the same namespace, and not on devices that differ (inet_bind_conflict). */
  private static boolean meets(Bind bind, Socket other) {
    return DATAGRAMS.stream().noneMatch(bind.where().prefix()::startsWith)
        && bind.namespace().isEmpty()
        && (bind.device().isEmpty()
            || other.device().isEmpty()
            || bind.device().equals(other.device()));
  }

  private static boolean overlaps(IPAddress address, IPAddress other) {
    return other.equals(address)
        || other.isIPv4() == address.isIPv4() && (other.isAnyLocal() || address.isAnyLocal());
  }
}
