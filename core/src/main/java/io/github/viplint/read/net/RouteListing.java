package io.github.viplint.read.net;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One listing of routes: what one {@code ip route show} printed.
 *
 * <p>Holds its routes while they are read; which table it shows may only be seen at its end.
 */
final class RouteListing {

  /** The table that was asked for, empty for all of them. */
  record Asked(Optional<String> table) {
    static Asked of(String table) {
      boolean all = table.equals("all") || table.equals("unspec") || table.equals("0");
      return new Asked(all ? Optional.empty() : Optional.of(table));
    }
  }

  private final Optional<Asked> asked;
  private final List<RouteLine> routes = new ArrayList<>();
  private boolean unread;

  /**
   * @param asked empty when nobody knows
   */
  RouteListing(Optional<Asked> asked) {
    this.asked = asked;
  }

  void add(RouteLine route) {
    routes.add(route);
  }

  boolean isEmpty() {
    return routes.isEmpty();
  }

  /** Says that a line of it could not be read. */
  void unread() {
    unread = true;
  }

  /**
   * What it says. Nothing when it is empty and nobody knows of what, or when what it printed was
   * not understood.
   *
   * @param versions the families whose routes were asked for; when nobody knows, those of the
   *     routes
   */
  Optional<Routes> build(Capture capture, Optional<Set<IPVersion>> versions) {
    if (routes.isEmpty() && (unread || asked.isEmpty())) {
      return Optional.empty();
    }
    Optional<String> table = asked.orElseGet(this::seen).table();
    List<Route> built =
        routes.stream().map(route -> route.build(capture, table.orElse("main"))).toList();
    return Optional.of(
        new Routes(
            capture,
            table,
            versions.orElseGet(() -> shown(built)),
            built,
            capture.isWhole() && !unread));
  }

  private static Set<IPVersion> shown(List<Route> routes) {
    return routes.stream()
        .map(route -> route.destination().address().getIPVersion())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Lines that name tables list all of them; a table of local routes only is local's. */
  private Asked seen() {
    if (routes.stream().anyMatch(route -> route.table().isPresent())) {
      return Asked.of("all");
    }
    return Asked.of(routes.stream().allMatch(RouteLine::isLocal) ? "local" : "main");
  }
}
