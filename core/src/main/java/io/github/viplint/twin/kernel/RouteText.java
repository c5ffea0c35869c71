package io.github.viplint.twin.kernel;

import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import java.util.Optional;

/** A route in the words of {@code ip route}, as far as people need it to recognise it. */
public final class RouteText {
  private RouteText() {}

  /** Type, destination and first next hop: {@code default via 10.0.0.1 dev eth0}. */
  public static String of(Route route) {
    return of(route, route.nextHops().stream().findFirst());
  }

  /** Type and destination, with one of its next hops or none. */
  public static String of(Route route, Optional<NextHop> hop) {
    StringBuilder text = new StringBuilder();
    if (route.type() != Route.Type.UNICAST) {
      text.append(route.type().id()).append(' ');
    }
    text.append(prefix(route.destination()));
    return text.append(hop(hop)).toString();
  }

  /** {@code via 10.0.0.1 dev eth0}, with a blank before it. */
  public static String hop(Optional<NextHop> hop) {
    return hop.flatMap(NextHop::via).map(via -> " via " + via).orElse("")
        + hop.flatMap(NextHop::device).map(device -> " dev " + device).orElse("");
  }

  /** A prefix as {@code ip route} prints it: {@code default}, an address, or a subnet. */
  public static String prefix(Cidr destination) {
    if (destination.prefixLength() == 0 && destination.address().isZero()) {
      return "default";
    }
    return destination.prefixLength() == destination.address().getBitCount()
        ? destination.address().toString()
        : destination.toString();
  }
}
