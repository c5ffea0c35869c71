package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.Sysctls;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.route.FamilyRouting.Ending;
import io.github.viplint.twin.route.RuleLookup.Result;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.Match;
import io.github.viplint.twin.table.RouteTable;
import java.util.List;
import java.util.Optional;

/**
 * Where an IPv4 packet of this host goes: {@code ip_route_output_key_hash_rcu} of net/ipv4/route.c.
 */
final class Ipv4Output {
  private static final Optional<String> LOOPBACK = Optional.of(FlowKey.LOOPBACK);
  private static final String STRAY_LOOPBACK =
      "a source in 127.0.0.0/8 leaves by lo only, unless route_localnet is 1";

  private final FamilyRouting routing;
  private final KernelState kernel;
  private final SourceAddresses sources;
  private final Sysctls sysctls;

  Ipv4Output(FamilyRouting routing, KernelState kernel) {
    this.routing = routing;
    this.kernel = kernel;
    this.sources = new SourceAddresses(kernel.interfaces());
    this.sysctls = new Sysctls(kernel.sysctls());
  }

  Answer answer(Flow flow) {
    Optional<IPAddress> from = flow.from().filter(address -> !address.isZero());
    if (from.isPresent()) {
      Optional<Answer> early = withSource(flow, from.get());
      if (early.isPresent()) {
        return early.get();
      }
    }
    IPAddress to = flow.destination();
    Optional<String> oif = flow.oif();
    if (oif.isPresent()) {
      if (isDown(oif.get())) {
        return Answer.of(Action.NONE, oif.get() + " is down");
      }
      if (Ipv4Class.isLinkMulticast(to) || Ipv4Class.isBroadcast(to)) {
        return leave(flow, oif, from.or(() -> select(oif.get(), SourceAddresses.LINK)));
      }
    }
    if (to.isZero()) {
      return Answer.of(
          Action.LOCAL,
          LOOPBACK,
          from.or(() -> oif.flatMap(device -> select(device, SourceAddresses.HOST)))
              .or(() -> Optional.of(new IPv4Address(0x7f000001))));
    }
    RuleLookup pass = routing.pass(FlowKey.of(flow));
    Result result = pass.run();
    if (result.action().delivers()) {
      return deliver(flow, from, pass, result);
    }
    if (result.action() == Action.UNKNOWN || oif.isEmpty()) {
      return FamilyRouting.ended(pass, result, result.action(), List.of());
    }
    // "routing tables are wrong, assume that the destination is on link"
    Optional<IPAddress> source =
        from.or(
            () ->
                select(
                    oif.get(), to.isMulticast() ? SourceAddresses.UNIVERSE : SourceAddresses.LINK));
    Action action = sent(to, oif, source);
    return action == Action.BLACKHOLE
        ? FamilyRouting.ended(pass, result, action, List.of()).because(STRAY_LOOPBACK)
        : FamilyRouting.onLink(pass, action, oif, source)
            .because("no route answers, and what is bound to " + oif.get() + " leaves by it");
  }

  private Optional<IPAddress> select(String device, int scope) {
    return sources.of(device, Optional.empty(), scope);
  }

  private boolean isDown(String device) {
    return kernel.interfaces().stream()
        .filter(known -> known.name().equals(device) && !known.flags().isEmpty())
        .map(NetInterface::flags)
        .anyMatch(flags -> !flags.contains("UP"));
  }

  /** What a source decides before any rule is asked. */
  private Optional<Answer> withSource(Flow flow, IPAddress source) {
    if (Ipv4Class.isNoSource(source)) {
      return Optional.of(Answer.of(Action.BLACKHOLE, source + " is no address to send from"));
    }
    IPAddress to = flow.destination();
    boolean toAll = flow.oif().isEmpty() && (to.isMulticast() || Ipv4Class.isBroadcast(to));
    Optional<String> holder = sources.holder(source);
    if (holder.isPresent()) {
      return toAll ? Optional.of(leave(flow, holder, Optional.of(source))) : Optional.empty();
    }
    RouteTable local = routing.tables().get("local");
    FlowKey key = FlowKey.to(source);
    Match match = local == null ? null : local.find(key);
    if (match != null
        && match.route().type() == Route.Type.LOCAL
        && !routing.tables().isOverruledByMain(match, key)) {
      return toAll
          ? Optional.of(leave(flow, match.hop().flatMap(NextHop::device), Optional.of(source)))
          : Optional.empty();
    }
    return Optional.of(
        local == null || routing.tables().isPartlyKnown("local")
            ? Answer.unknown(List.of(routing.tables().missing("local")), Optional.empty())
            : Answer.of(Action.NONE, source + " is no address of this host"));
  }

  /** A packet that no rule is asked about. */
  private Answer leave(Flow flow, Optional<String> device, Optional<IPAddress> source) {
    Action action = sent(flow.destination(), device, source);
    return action == Action.BLACKHOLE
        ? Answer.of(action, STRAY_LOOPBACK)
        : Answer.of(action, device, source);
  }

  private Answer deliver(Flow flow, Optional<IPAddress> from, RuleLookup pass, Result result) {
    Match match = result.match().orElseThrow();
    boolean local = result.action() == Action.LOCAL;
    Action action =
        sent(
            flow.destination(),
            local ? LOOPBACK : match.hop().flatMap(NextHop::device),
            from,
            result.action());
    if (action == Action.BLACKHOLE) {
      return FamilyRouting.ended(pass, result, action, List.of()).because(STRAY_LOOPBACK);
    }
    boolean gateway =
        action == Action.UNICAST
            || !local && action == Action.MULTICAST && match.prefixLength() >= 4;
    return FamilyRouting.delivered(
        pass,
        result,
        new Ending(
            action,
            way -> local ? LOOPBACK : way.hop().flatMap(NextHop::device),
            gateway,
            way -> from.or(() -> source(flow, way, local))),
        List.of());
  }

  private Optional<IPAddress> source(Flow flow, Match.Way way, boolean local) {
    if (way.route().source().isPresent()) {
      return way.route().source();
    }
    if (local) {
      return Optional.of(flow.destination());
    }
    if (flow.oif().isPresent() && flow.destination().isMulticast()) {
      return select(flow.oif().get(), SourceAddresses.UNIVERSE);
    }
    Optional<NextHop> hop = way.hop();
    return hop.flatMap(NextHop::device)
        .flatMap(
            device ->
                sources.of(device, hop.flatMap(NextHop::via), SourceAddresses.scope(way.route())));
  }

  private Action sent(IPAddress to, Optional<String> device, Optional<IPAddress> source) {
    return sent(to, device, source, Action.UNICAST);
  }

  /** What a packet that leaves by a device is: {@code __mkroute_output}. */
  private Action sent(
      IPAddress to, Optional<String> device, Optional<IPAddress> source, Action otherwise) {
    boolean strayLoopback =
        source.filter(IPAddress::isLoopback).isPresent()
            && device
                .filter(name -> !name.equals(FlowKey.LOOPBACK) && !sysctls.routesLoopback(name))
                .isPresent();
    if (strayLoopback) {
      return Action.BLACKHOLE;
    }
    if (Ipv4Class.isBroadcast(to)) {
      return Action.BROADCAST;
    }
    if (to.isMulticast()) {
      return Action.MULTICAST;
    }
    return otherwise;
  }
}
