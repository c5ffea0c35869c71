package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.route.FamilyRouting.Ending;
import io.github.viplint.twin.route.RuleLookup.Result;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.Match;
import java.util.List;
import java.util.Optional;

/**
 * Where an IPv6 packet goes: {@code inet6_rtm_getroute} with {@code ip6_route_output_flags} and
 * {@code ip6_route_input_lookup} of net/ipv6/route.c. Other than with IPv4, no source is checked.
 */
final class Ipv6Lookup {
  private static final Optional<String> LOOPBACK = Optional.of(FlowKey.LOOPBACK);

  private final FamilyRouting routing;
  private final SourceAddresses6 sources;

  Ipv6Lookup(FamilyRouting routing, KernelState kernel) {
    this.routing = routing;
    this.sources = new SourceAddresses6(kernel.interfaces());
  }

  Answer answer(Flow flow) {
    Optional<IPAddress> from = flow.from().filter(address -> !address.isZero());
    RuleLookup pass = routing.pass(key(flow, from));
    Result result = pass.run();
    if (!result.action().delivers()) {
      return FamilyRouting.ended(pass, result, result.action(), List.of());
    }
    boolean local = result.action() == Action.LOCAL;
    return FamilyRouting.delivered(
        pass,
        result,
        new Ending(
            result.action(),
            way -> local ? LOOPBACK : way.hop().flatMap(NextHop::device),
            !local,
            way -> from.or(() -> source(flow, way))),
        List.of());
  }

  /** The source is asked for by the device of the route, which of a local one is not {@code lo}. */
  private Optional<IPAddress> source(Flow flow, Match.Way way) {
    return way.route()
        .source()
        .or(
            () ->
                way.hop()
                    .flatMap(NextHop::device)
                    .flatMap(device -> sources.of(device, flow.destination())));
  }

  /** A packet that came in likes to leave by the same interface, and must on its own link. */
  private static FlowKey key(Flow flow, Optional<IPAddress> from) {
    IPAddress to = flow.destination();
    boolean ownLink = to.isMulticast() || to.isLinkLocal() || to.isLoopback();
    FlowKey key = FlowKey.of(from.isPresent() ? flow : flow.withoutSource());
    return flow.iif().isPresent()
        ? key.by(flow.iif(), ownLink)
        : key.by(flow.oif(), ownLink || flow.oif().isPresent() && from.isEmpty());
  }
}
