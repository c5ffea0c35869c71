package io.github.viplint.twin.table;

import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.RouteText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The route of a table that answers.
 *
 * @param ways at least one; several where the kernel chooses by what no capture shows, the hash of
 *     the packet or the state of neighbours
 */
public record Match(List<Way> ways) {
  public Match {
    ways = List.copyOf(ways);
  }

  /** A route, and the next hop of it to take; empty for types without one. */
  public record Way(Route route, Optional<NextHop> hop) {}

  static Match of(Route route, Optional<NextHop> hop) {
    return new Match(List.of(new Way(route, hop)));
  }

  /** The route, or the first of several. */
  public Route route() {
    return ways.get(0).route();
  }

  /** The next hop, or the first of several; empty for types without one. */
  public Optional<NextHop> hop() {
    return ways.get(0).hop();
  }

  /** How long the prefix of the route is, in bits. */
  public int prefixLength() {
    return route().destination().prefixLength();
  }

  /** Whether all ways lead to one next hop. */
  boolean certain() {
    Optional<NextHop> first = hop();
    return ways.stream()
        .allMatch(
            way ->
                way.hop().flatMap(NextHop::via).equals(first.flatMap(NextHop::via))
                    && way.hop().flatMap(NextHop::device).equals(first.flatMap(NextHop::device)));
  }

  /** In the words of {@code ip route}, with all next hops that the kernel may take. */
  public String shown() {
    if (certain()) {
      return RouteText.of(route(), hop());
    }
    return RouteText.of(route(), Optional.empty())
        + " by one of: "
        + ways.stream()
            .map(way -> RouteText.hop(way.hop()).strip())
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
