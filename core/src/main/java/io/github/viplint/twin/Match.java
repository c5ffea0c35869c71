package io.github.viplint.twin;

import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import java.util.List;
import java.util.Optional;

/**
 * The route of a table that answers.
 *
 * @param ways at least one; several where the kernel chooses by what no capture shows, the hash of
 *     the packet or the state of neighbours
 */
record Match(List<Way> ways) {
  Match {
    ways = List.copyOf(ways);
  }

  /** A route, and the next hop of it to take; empty for types without one. */
  record Way(Route route, Optional<NextHop> hop) {}

  static Match of(Route route, Optional<NextHop> hop) {
    return new Match(List.of(new Way(route, hop)));
  }

  Route route() {
    return ways.get(0).route();
  }

  Optional<NextHop> hop() {
    return ways.get(0).hop();
  }

  int prefixLength() {
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
}
