package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 routes of one table, indexed for {@code fib_table_lookup} (net/ipv4/fib_trie.c): a
 * lookup costs one probe for each prefix length, whatever the number of routes.
 */
final class FibTable {
  private static final int LENGTHS = 33;

  /** What a kernel asks first at one prefix. */
  private static final Comparator<Route> ORDER =
      Comparator.comparingInt(Route::tos).reversed().thenComparingLong(Route::metric);

  /** By prefix length, then by network. */
  private final List<Map<Integer, List<Route>>> byLength = new ArrayList<>(LENGTHS);

  FibTable(List<Route> routes) {
    for (int i = 0; i < LENGTHS; i++) {
      byLength.add(new HashMap<>());
    }
    for (Route route : routes) {
      IPAddress address = route.destination().address();
      if (address.isIPv4()) {
        int length = route.destination().prefixLength();
        byLength
            .get(length)
            .computeIfAbsent(bits(address) & mask(length), key -> new ArrayList<>(1))
            .add(route);
      }
    }
    byLength.forEach(networks -> networks.values().forEach(list -> list.sort(ORDER)));
  }

  /**
   * A route that answers.
   *
   * @param hop the next hop to take; empty for types without one
   */
  record Match(Route route, Optional<NextHop> hop) {
    int prefixLength() {
      return route.destination().prefixLength();
    }
  }

  /** The route that answers, or null when none does. */
  @Nullable Match find(IPAddress destination, int tos, Optional<String> oif) {
    int bits = bits(destination);
    for (int length = LENGTHS - 1; length >= 0; length--) {
      Map<Integer, List<Route>> networks = byLength.get(length);
      if (networks.isEmpty()) {
        continue;
      }
      for (Route route : networks.getOrDefault(bits & mask(length), List.of())) {
        if (route.tos() != 0 && route.tos() != tos) {
          continue;
        }
        if (isError(route.type())) {
          return new Match(route, Optional.empty());
        }
        // nothing is known of a route that was not understood, so it answers whatever the device
        Optional<NextHop> hop = route.nextHops().stream().filter(h -> usable(h, oif)).findFirst();
        if (hop.isPresent() || route.unknown()) {
          return new Match(route, hop);
        }
      }
    }
    return null;
  }

  /** Errors are decided before devices are looked at. */
  private static boolean isError(Route.Type type) {
    return switch (type) {
      case THROW, UNREACHABLE, PROHIBIT, BLACKHOLE -> true;
      case UNICAST, LOCAL, BROADCAST, MULTICAST, ANYCAST, NAT -> false;
    };
  }

  private static boolean usable(NextHop hop, Optional<String> oif) {
    return !hop.flags().contains("dead") && (oif.isEmpty() || oif.equals(hop.device()));
  }

  private static int bits(IPAddress address) {
    return address.toIPv4().intValue();
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
