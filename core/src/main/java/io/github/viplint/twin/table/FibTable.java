package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.table.Match.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 routes of one table, as {@code fib_table_lookup} (net/ipv4/fib_trie.c) finds them and
 * {@code fib_select_path} (net/ipv4/fib_semantics.c) chooses among next hops.
 */
public final class FibTable implements RouteTable {

  /** What a kernel asks first at one prefix. */
  private static final Comparator<Route> ORDER =
      Comparator.comparingInt(Route::tos).reversed().thenComparingLong(Route::metric);

  private final PrefixIndex<Route> index;
  private final Predicate<NextHop> up;
  private final boolean severalDefaults;

  /**
   * @param up whether packets may take a next hop, as far as its link is concerned
   */
  public FibTable(List<Route> routes, Predicate<NextHop> up) {
    List<Route> ordered =
        routes.stream()
            .filter(route -> route.destination().address().isIPv4())
            .sorted(ORDER)
            .toList();
    this.index = new PrefixIndex<>(ordered, Route::destination);
    this.up = up;
    this.severalDefaults = ordered.stream().filter(Route::isDefault).limit(2).count() > 1;
  }

  @Override
  public @Nullable Match find(FlowKey key) {
    for (Route route : index.holding(key.destination())) {
      if (!fitsTos(route, key)) {
        continue;
      }
      if (isError(route.type())) {
        return Match.of(route, Optional.empty());
      }
      List<NextHop> hops = route.nextHops().stream().filter(hop -> usable(hop, key)).toList();
      // nothing is known of a route that was not understood, so it answers whatever the device
      if (hops.isEmpty() && route.unknown()) {
        return Match.of(route, route.nextHops().stream().findFirst());
      }
      if (!hops.isEmpty()) {
        return spread(route, hops, key);
      }
    }
    return null;
  }

  /** A packet that is bound to a device takes the first next hop there; others are spread. */
  private Match spread(Route route, List<NextHop> hops, FlowKey key) {
    if (key.device().isPresent() || route.type() == Route.Type.LOCAL) {
      return Match.of(route, Optional.of(hops.get(0)));
    }
    if (hops.size() > 1) {
      return new Match(hops.stream().map(hop -> new Way(route, Optional.of(hop))).toList());
    }
    return route.isDefault() && severalDefaults && key.outgoing()
        ? new Match(defaults(route, hops.get(0), key))
        : Match.of(route, Optional.of(hops.get(0)));
  }

  /**
   * Of several default routes with gateways, that the metric does not tell apart, the kernel takes
   * one whose neighbour it knows: {@code fib_select_default}.
   */
  private List<Way> defaults(Route first, NextHop hop, FlowKey key) {
    List<Way> ways = new ArrayList<>();
    int tos = 0;
    long metric = first.metric();
    for (Route route : index.holding(key.destination())) {
      if (!route.isDefault() || !fitsTos(route, key)) {
        continue;
      }
      if (route.tos() == tos && route.metric() > metric) {
        if (tos != 0) {
          continue;
        }
        break;
      }
      if (isDead(route)) {
        continue;
      }
      tos = route.tos();
      metric = route.metric();
      if (isGatewayed(route)) {
        if (ways.isEmpty() && route != first) {
          break;
        }
        ways.add(new Way(route, route.nextHops().stream().findFirst()));
      }
    }
    return ways.isEmpty() ? List.of(new Way(first, Optional.of(hop))) : ways;
  }

  private static boolean isDead(Route route) {
    return !route.nextHops().isEmpty()
        && route.nextHops().stream().allMatch(hop -> hop.flags().contains("dead"));
  }

  private static boolean isGatewayed(Route route) {
    return route.type() == Route.Type.UNICAST && route.via().isPresent();
  }

  private static boolean fitsTos(Route route, FlowKey key) {
    return route.tos() == 0 || route.tos() == key.tos();
  }

  /** Errors are decided before devices are looked at. */
  private static boolean isError(Route.Type type) {
    return switch (type) {
      case THROW, UNREACHABLE, PROHIBIT, BLACKHOLE -> true;
      case UNICAST, LOCAL, BROADCAST, MULTICAST, ANYCAST, NAT -> false;
    };
  }

  private boolean usable(NextHop hop, FlowKey key) {
    return up.test(hop) && (key.device().isEmpty() || key.device().equals(hop.device()));
  }

  /** Whether a route of type local holds {@code address}. */
  boolean isLocal(IPAddress address) {
    Match match = find(FlowKey.to(address));
    return match != null && match.route().type() == Route.Type.LOCAL;
  }
}
