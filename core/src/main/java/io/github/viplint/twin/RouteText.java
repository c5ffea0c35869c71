package io.github.viplint.twin;

import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import java.util.Optional;

/** A route in the words of {@code ip route}, as far as people need it to recognise it. */
final class RouteText {
  private RouteText() {}

  static String of(Route route) {
    return of(route, route.nextHops().stream().findFirst());
  }

  static String of(Route route, Optional<NextHop> hop) {
    StringBuilder text = new StringBuilder();
    if (route.type() != Route.Type.UNICAST) {
      text.append(route.type().id()).append(' ');
    }
    text.append(prefix(route.destination()));
    hop.flatMap(NextHop::via).ifPresent(via -> text.append(" via ").append(via));
    hop.flatMap(NextHop::device).ifPresent(device -> text.append(" dev ").append(device));
    return text.toString();
  }

  /** A prefix as {@code ip route} prints it: {@code default}, an address, or a subnet. */
  static String prefix(Cidr destination) {
    if (destination.prefixLength() == 0 && destination.address().isZero()) {
      return "default";
    }
    return destination.prefixLength() == destination.address().getBitCount()
        ? destination.address().toString()
        : destination.toString();
  }
}
