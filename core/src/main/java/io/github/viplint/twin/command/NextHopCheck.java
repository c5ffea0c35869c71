package io.github.viplint.twin.command;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel asks of a route before it takes it: {@code fib_check_nh} and {@code
 * fib_valid_prefsrc} of net/ipv4/fib_semantics.c (6.18).
 */
final class NextHopCheck {
  private static final long MAIN = 254;
  private static final long LOCAL = 255;

  private final List<NetInterface> interfaces;
  private final List<PolicyRule> rules;
  private final LongFunction<List<Route>> tables;

  /**
   * @param interfaces all of them
   * @param rules their tables by number
   * @param tables the routes of a table
   */
  NextHopCheck(
      List<NetInterface> interfaces, List<PolicyRule> rules, LongFunction<List<Route>> tables) {
    this.interfaces = interfaces;
    this.rules = rules;
    this.tables = tables;
  }

  /** Why the kernel refuses the route. */
  Optional<Refusal> refusal(Route route, long table) {
    Optional<NetInterface> device =
        interfaces.stream()
            .filter(one -> route.device().filter(one.name()::equals).isPresent())
            .findFirst();
    if (device.filter(one -> !one.flags().isEmpty() && !one.flags().contains("UP")).isPresent()) {
      return Optional.of(route.via().isPresent() ? Refusal.GATEWAY : Refusal.DEVICE_DOWN);
    }
    if (route.via().isPresent() && towards(route.via().get(), route.device(), table).isEmpty()) {
      return Optional.of(Refusal.GATEWAY);
    }
    if (route.source().isPresent() && !isLocal(route.source().get())) {
      return Optional.of(Refusal.SOURCE);
    }
    return Optional.empty();
  }

  /** {@code fib_check_nh}: the table itself is asked first, then all that the rules ask. */
  private Optional<Route> towards(IPAddress gateway, Optional<String> device, long table) {
    Route found = table == MAIN ? null : linkRoute(gateway, device, routes(table));
    if (found == null && rules.isEmpty()) {
      found = linkRoute(gateway, device, routes(LOCAL));
      found = found != null ? found : linkRoute(gateway, device, routes(MAIN));
    }
    for (int i = 0; found == null && i < rules.size(); i++) {
      if (asks(rules.get(i), gateway, device)) {
        found = linkRoute(gateway, device, routes(rules.get(i)));
      }
    }
    return Optional.ofNullable(found)
        .filter(route -> route.type() == Route.Type.UNICAST || route.type() == Route.Type.LOCAL);
  }

  /** The route out of the device that its gateway is reached by, where the command names none. */
  Route resolved(Route route, long table) {
    if (route.via().isEmpty() || route.device().isPresent()) {
      return route;
    }
    Optional<String> device =
        towards(route.via().get(), Optional.empty(), table).flatMap(Route::device);
    return new Route(
        route.span(),
        route.type(),
        route.destination(),
        route.table(),
        route.tos(),
        route.metric(),
        route.source(),
        route.protocol(),
        route.scope(),
        List.of(new Route.NextHop(route.via(), device, Set.of())),
        route.unknown());
  }

  /** Such a lookup has no source, comes from the host itself, and names its device. */
  private static boolean asks(PolicyRule rule, IPAddress gateway, Optional<String> device) {
    return !rule.not()
        && rule.from().isEmpty()
        && rule.to().filter(to -> !to.contains(gateway)).isEmpty()
        && rule.iif().filter(iif -> !iif.equals("lo")).isEmpty()
        && rule.oif().filter(oif -> !device.equals(Optional.of(oif))).isEmpty()
        && rule.fwmark().isEmpty()
        && rule.transport().isEmpty();
  }

  private List<Route> routes(PolicyRule rule) {
    return rule.action() instanceof PolicyRule.Lookup lookup
        ? WorkingRules.number(lookup.table()).map(this::routes).orElse(List.of())
        : List.of();
  }

  private List<Route> routes(long table) {
    return tables.apply(table);
  }

  /** The longest prefix of scope link or host that leads out of the device. */
  private static @Nullable Route linkRoute(
      IPAddress gateway, Optional<String> device, List<Route> routes) {
    Route longest = null;
    for (Route route : routes) {
      boolean fits =
          isOnLink(route)
              && (device.isEmpty() || route.device().equals(device))
              && route.destination().contains(gateway)
              && (longest == null
                  || route.destination().prefixLength() > longest.destination().prefixLength());
      longest = fits ? route : longest;
    }
    return longest;
  }

  private static boolean isOnLink(Route route) {
    return route.type() != Route.Type.UNICAST
        || route.via().isEmpty() && !route.scope().equals(Optional.of("global"));
  }

  private boolean isLocal(IPAddress address) {
    return longest(address, routes(LOCAL))
        .filter(route -> route.type() == Route.Type.LOCAL)
        .isPresent();
  }

  private static Optional<Route> longest(IPAddress address, List<Route> routes) {
    return routes.stream()
        .filter(route -> route.destination().contains(address))
        .reduce(
            (one, two) ->
                two.destination().prefixLength() > one.destination().prefixLength() ? two : one);
  }
}
