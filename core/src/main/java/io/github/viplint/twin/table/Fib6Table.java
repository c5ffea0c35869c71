package io.github.viplint.twin.table;

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
 * The IPv6 routes of one table, as {@code fib6_table_lookup} and {@code find_rr_leaf} of
 * net/ipv6/route.c find them. Other than with IPv4, a route that only refuses has a device, {@code
 * lo}; a device that is not strictly asked for is a preference; and where no route of the longest
 * prefix can be taken, the next shorter one is asked.
 *
 * <p>Neighbours are taken to be reachable.
 */
final class Fib6Table implements RouteTable {
  private static final int UNFIT = -1;
  private static final int RIGHT_DEVICE = 2;

  private final PrefixIndex<Route> index;
  private final Predicate<NextHop> up;

  /**
   * @param up whether packets may take a next hop, as far as its link is concerned
   */
  Fib6Table(List<Route> routes, Predicate<NextHop> up) {
    List<Route> ordered =
        routes.stream()
            .filter(route -> route.destination().address().isIPv6())
            .sorted(Comparator.comparingLong(Route::metric))
            .toList();
    this.index = new PrefixIndex<>(ordered, Route::destination);
    this.up = up;
  }

  @Override
  public @Nullable Match find(FlowKey key) {
    List<Route> node = new ArrayList<>();
    for (Route route : index.holding(key.destination())) {
      if (!node.isEmpty() && length(node.get(0)) != length(route)) {
        Match match = select(node, key);
        if (match != null) {
          return match;
        }
        node.clear();
      }
      node.add(route);
    }
    return select(node, key);
  }

  private static int length(Route route) {
    return route.destination().prefixLength();
  }

  /** Among the routes of one prefix: the lowest metric that has a fit one, else any. */
  private @Nullable Match select(List<Route> node, FlowKey key) {
    if (node.isEmpty()) {
      return null;
    }
    long metric = node.get(0).metric();
    List<Route> lowest = node.stream().filter(route -> route.metric() == metric).toList();
    Match match = best(lowest, key);
    return match == null && lowest.size() < node.size()
        ? best(node.subList(lowest.size(), node.size()), key)
        : match;
  }

  private @Nullable Match best(List<Route> routes, FlowKey key) {
    Route best = null;
    NextHop taken = null;
    int score = UNFIT;
    for (Route route : routes) {
      if (route.unknown()) {
        return best == null
            ? Match.of(route, route.nextHops().stream().findFirst())
            : match(routes, best, taken, key);
      }
      if (route.nextHops().isEmpty()) {
        if (score(FlowKey.LOOPBACK, key) > score) {
          best = route;
          taken = null;
          score = score(FlowKey.LOOPBACK, key);
        }
      }
      for (NextHop hop : route.nextHops()) {
        if (score(hop, key) > score) {
          best = route;
          taken = hop;
          score = score(hop, key);
        }
      }
    }
    return best == null ? null : match(routes, best, taken, key);
  }

  /**
   * The kernel spreads packets over all gateways of one metric, as long as they are not unfit.
   * Older ones list each as a route of its own.
   */
  private Match match(List<Route> routes, Route best, @Nullable NextHop taken, FlowKey key) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way(best, Optional.ofNullable(taken)));
    if (taken == null || taken.via().isEmpty()) {
      return new Match(ways);
    }
    for (Route route : routes) {
      if (route.metric() != best.metric() || route.type() != best.type()) {
        continue;
      }
      for (NextHop hop : route.nextHops()) {
        if (hop != taken && (hop.via().isPresent() || route == best) && score(hop, key) > UNFIT) {
          ways.add(new Way(route, Optional.of(hop)));
        }
      }
    }
    return new Match(ways);
  }

  private int score(NextHop hop, FlowKey key) {
    return up.test(hop) ? score(hop.device().orElse(""), key) : UNFIT;
  }

  private static int score(String device, FlowKey key) {
    if (key.device().isEmpty() || key.device().get().equals(device)) {
      return RIGHT_DEVICE;
    }
    return key.strict() ? UNFIT : 0;
  }
}
