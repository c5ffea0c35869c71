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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an IPv4 packet that came in goes: {@code ip_route_input_slow} of net/ipv4/route.c. Of
 * multicast groups, this host is in 224.0.0.1 only, for none of the others was captured.
 */
final class Ipv4Input {
  private static final Optional<String> LOOPBACK = Optional.of(FlowKey.LOOPBACK);
  private static final IPAddress ANY = new IPv4Address(0);
  private static final IPAddress ALL_HOSTS = new IPv4Address(0xe0000001);

  private final FamilyRouting routing;
  private final KernelState kernel;
  private final Sysctls sysctls;
  private final boolean hasAnyip;

  Ipv4Input(FamilyRouting routing, KernelState kernel) {
    this.routing = routing;
    this.kernel = kernel;
    this.sysctls = new Sysctls(kernel.sysctls());
    this.hasAnyip =
        kernel.ipv4().tables().values().stream()
            .anyMatch(routes -> routes.stream().anyMatch(Route::isAnyip));
  }

  Answer answer(Flow flow) {
    IPAddress to = flow.destination();
    IPAddress from = flow.from().orElse(ANY);
    String iif = flow.iif().orElseThrow();
    if (to.isMulticast()) {
      return toGroup(flow, from, iif);
    }
    if (from.isZero() && (Ipv4Class.isBroadcast(to) || to.isZero())) {
      return Answer.of(Action.BROADCAST, LOOPBACK, Optional.empty());
    }
    if (Ipv4Class.isNoSource(from)) {
      return Answer.of(Action.BLACKHOLE, from + " is no address to send from");
    }
    // before any look at 127.0.0.0/8: a broadcast from there passes with route_localnet off, too
    if (Ipv4Class.isBroadcast(to)) {
      return refusal(flow, from, ANY, iif, FlowKey.LOOPBACK)
          .map(why -> Answer.of(Action.BLACKHOLE, why))
          .orElseGet(() -> Answer.of(Action.BROADCAST, LOOPBACK, flow.from()));
    }
    if (to.isZero() || (to.isLoopback() || from.isLoopback()) && !sysctls.routesLoopback(iif)) {
      return Answer.of(
          Action.BLACKHOLE,
          to.isZero()
              ? "0.0.0.0 is no destination of a packet that comes in"
              : "127.0.0.0/8 comes in by lo only, unless route_localnet is 1");
    }
    RuleLookup pass = routing.pass(FlowKey.of(flow));
    return answer(flow, from, iif, pass, pass.run());
  }

  private Answer answer(Flow flow, IPAddress from, String iif, RuleLookup pass, Result result) {
    Action action = result.action();
    boolean forwards = sysctls.forwards(iif).orElse(true);
    List<String> assumed = new ArrayList<>();
    if (action == Action.UNKNOWN) {
      return FamilyRouting.ended(pass, result, action, assumed);
    }
    boolean stays = action == Action.LOCAL || action == Action.BROADCAST;
    if (!stays && sysctls.forwards(iif).isEmpty()) {
      assumed.add("net.ipv4.ip_forward is 1");
    }
    if (!stays && !forwards) {
      return FamilyRouting.ended(pass, result, Action.UNREACHABLE, assumed)
          .because("this host does not forward what comes in by " + iif + " (ip_forward is 0)");
    }
    if (!action.delivers()) {
      return FamilyRouting.ended(pass, result, action, assumed);
    }
    if (action == Action.MULTICAST) {
      return FamilyRouting.ended(pass, result, Action.BLACKHOLE, assumed)
          .because("the kernel does not forward to multicast groups by these routes");
    }
    if (!sysctls.knowsReversePathFilter(iif)) {
      assumed.add("rp_filter of " + iif + " is 0");
    }
    Optional<String> out =
        stays ? LOOPBACK : result.match().flatMap(Match::hop).flatMap(NextHop::device);
    IPAddress asked = action == Action.BROADCAST ? ANY : flow.destination();
    Optional<String> refusal = refusal(flow, from, asked, iif, out.orElse(FlowKey.LOOPBACK));
    if (refusal.isPresent()) {
      return FamilyRouting.ended(pass, result, Action.BLACKHOLE, assumed).because(refusal.get());
    }
    return FamilyRouting.delivered(
        pass,
        result,
        new Ending(
            action,
            way -> stays ? LOOPBACK : way.hop().flatMap(NextHop::device),
            !stays,
            way -> flow.from()),
        assumed);
  }

  /** {@code ip_route_input_mc}. */
  private Answer toGroup(Flow flow, IPAddress from, String iif) {
    return notToGroup(flow, from, iif)
        .map(why -> Answer.of(Action.BLACKHOLE, why))
        .orElseGet(
            () ->
                Answer.of(
                    Action.MULTICAST, LOOPBACK, from.isZero() ? Optional.empty() : flow.from()));
  }

  private Optional<String> notToGroup(Flow flow, IPAddress from, String iif) {
    boolean noSource =
        from.isMulticast()
            || Ipv4Class.isBroadcast(from)
            || from.isLoopback() && !sysctls.routesLoopback(iif)
            || from.isZero() && !Ipv4Class.isLinkMulticast(flow.destination());
    if (noSource) {
      return Optional.of(from + " is no address to send from");
    }
    if (!flow.destination().equals(ALL_HOSTS) || isDown(iif)) {
      return Optional.of(iif + " is not known to be in the group");
    }
    return from.isZero() ? Optional.empty() : refusal(flow, from, ANY, iif, FlowKey.LOOPBACK);
  }

  /**
   * Looks the way back up, and says why the packet can't have come from there: {@code
   * fib_validate_source} of net/ipv4/fib_frontend.c. What is unknown refuses nothing.
   */
  private Optional<String> refusal(
      Flow flow, IPAddress from, IPAddress destination, String iif, String out) {
    int filter = sysctls.reversePathFilter(iif);
    if (filter == 0 && !out.equals(iif)) {
      if (sysctls.acceptsLocal(iif)) {
        return Optional.empty();
      }
      if (routing.tables().localAndMainAreOne() && !hasAnyip) {
        return kernel.hasAddress(from) ? Optional.of(own(from)) : Optional.empty();
      }
    }
    Result back = routing.pass(FlowKey.of(back(flow, from, destination, iif, out))).run();
    String filtered = "rp_filter of " + iif + " is " + filter;
    return switch (back.action()) {
      case UNKNOWN -> Optional.empty();
      case NONE, UNREACHABLE, PROHIBIT, BLACKHOLE ->
          filter == 0
              ? Optional.empty()
              : Optional.of(filtered + ", and no way leads back to " + from);
      case LOCAL ->
          sysctls.acceptsLocal(iif) ? notBackBy(back, from, iif, filter) : Optional.of(own(from));
      case BROADCAST, MULTICAST -> Optional.of(from + " is no address to send from");
      case UNICAST -> notBackBy(back, from, iif, filter);
    };
  }

  /** Whether the way back leaves by another device, and that matters. */
  private Optional<String> notBackBy(Result back, IPAddress from, String iif, int filter) {
    List<String> devices =
        back.route().stream()
            .flatMap(route -> route.nextHops().stream())
            .flatMap(hop -> hop.device().stream())
            .toList();
    boolean passes = hasNoAddress(iif) ? filter == 0 : filter != 1;
    if (devices.contains(iif) || passes) {
      return Optional.empty();
    }
    return Optional.of(
        "rp_filter of %s is %d, and the way back to %s leaves by %s"
            .formatted(iif, filter, from, String.join(" or ", devices)));
  }

  private static String own(IPAddress from) {
    return from + " is an address of this host, and accept_local is 0";
  }

  /** The packet of the other direction. */
  private Flow back(Flow flow, IPAddress from, IPAddress destination, String iif, String out) {
    return new Flow(
        from,
        Optional.of(destination),
        Optional.of(out),
        Optional.empty(),
        sysctls.marksSources(iif) ? flow.mark() : 0,
        flow.tos(),
        flow.transport().map(Flow.Transport::reversed));
  }

  /** An interface that is down is in no group. */
  private boolean isDown(String device) {
    return kernel.interfaces().stream()
        .filter(known -> known.name().equals(device) && !known.flags().isEmpty())
        .anyMatch(known -> !known.flags().contains("UP"));
  }

  private boolean hasNoAddress(String device) {
    return kernel.interfaces().stream()
        .filter(known -> known.name().equals(device))
        .map(NetInterface::addresses)
        .anyMatch(own -> own.stream().noneMatch(address -> address.cidr().address().isIPv4()));
  }
}
