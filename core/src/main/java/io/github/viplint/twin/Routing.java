package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.Answer.Action;
import io.github.viplint.twin.RuleLookup.Key;
import io.github.viplint.twin.RuleLookup.Result;
import java.util.List;
import java.util.Optional;

/**
 * Linux IPv4 policy routing on a {@link KernelState}: rules by priority, the longest prefix in a
 * table, then type of service and metric (net/ipv4/fib_rules.c, fib_trie.c and route.c of the
 * kernel).
 *
 * <p>Of several next hops the first that is usable answers, where a kernel would spread flows.
 * Sysctls that are not known are taken as a router has them: {@code ip_forward=1}, {@code
 * rp_filter=0}. Immutable, and may be used from several threads.
 */
public final class Routing {
  private final KernelState kernel;
  private final Tables tables;
  private final SourceAddresses sources;

  /** Indexes the tables; ask one instance many times. */
  public Routing(KernelState kernel) {
    this.kernel = kernel;
    this.tables = new Tables(kernel);
    this.sources = new SourceAddresses(kernel.interfaces());
  }

  /** Answers as {@code ip route get} does. */
  public Answer lookup(Flow flow) {
    if (flow.destination().isIPv6()) {
      return unknown(List.of("ip -6 rule", "ip -6 route show table all"), Optional.empty());
    }
    if (flow.from().filter(IPAddress::isIPv6).isPresent()) {
      return error(Action.BLACKHOLE);
    }
    if (kernel.rules().isEmpty()) {
      FibTable main = tables.get("main");
      return unknown(
          List.of("ip rule"),
          Optional.ofNullable(
              main == null ? null : main.find(flow.destination(), flow.tos(), flow.oif())));
    }
    return flow.iif().isPresent() ? incoming(flow, flow.iif().get()) : outgoing(flow);
  }

  private Answer outgoing(Flow flow) {
    if (flow.from().isPresent() && !flow.from().get().isZero()) {
      Optional<Answer> refused = checkSource(flow.from().get());
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    if (flow.destination().isZero()) {
      return toSelf(flow);
    }
    RuleLookup pass = pass(key(flow, "lo"));
    Result result = pass.run();
    if (result.action() == Action.UNKNOWN || !result.action().delivers() && flow.oif().isEmpty()) {
      return answer(flow, result, pass, Optional.empty());
    }
    if (!result.action().delivers()) {
      // "routing tables are wrong, assume that the destination is on link"
      return new Answer(
          cast(flow.destination(), Action.UNICAST),
          flow.oif(),
          Optional.empty(),
          flow.from().or(() -> sources.of(flow.oif().get(), Optional.empty())),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          pass.assumed(),
          pass.trace());
    }
    return answer(flow, result, pass, flow.from().or(() -> preferredSource(flow, result)));
  }

  /** A source must be local: an address of an interface, or in a local route of table local. */
  private Optional<Answer> checkSource(IPAddress source) {
    if (isNoUnicast(source)) {
      return Optional.of(error(Action.BLACKHOLE));
    }
    if (kernel.hasAddress(source)) {
      return Optional.empty();
    }
    FibTable local = tables.get("local");
    FibTable.Match match = local == null ? null : local.find(source, 0, Optional.empty());
    if (match != null
        && match.route().type() == Route.Type.LOCAL
        && !tables.isOverruledByMain(match, source, 0, Optional.empty())) {
      return Optional.empty();
    }
    return Optional.of(
        local == null || tables.isPartlyKnown("local")
            ? unknown(List.of("table local"), Optional.empty())
            : error(Action.NONE));
  }

  /** The destination 0.0.0.0 is this host. */
  private Answer toSelf(Flow flow) {
    return new Answer(
        Action.LOCAL,
        Optional.of("lo"),
        Optional.empty(),
        flow.from(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** {@code ip_route_input_slow}. */
  private Answer incoming(Flow flow, String iif) {
    Optional<IPAddress> from = flow.from().filter(address -> !address.isZero());
    if (from.filter(Routing::isMartianSource).isPresent()
        || flow.destination().isLoopback()
        || flow.destination().isMulticast()
        || isZeroNet(flow.destination())) {
      return error(Action.BLACKHOLE);
    }
    RuleLookup pass = pass(key(flow, iif));
    Result result = pass.run();
    boolean forwards = !"0".equals(kernel.sysctls().get("net.ipv4.ip_forward"));
    Action action = result.action();
    if (action == Action.UNICAST || !action.delivers() && action != Action.UNKNOWN) {
      if (!forwards) {
        action = Action.UNREACHABLE;
      }
    }
    if (action == Action.MULTICAST) {
      action = Action.BLACKHOLE;
    }
    if (action.delivers() && from.isPresent()) {
      String out =
          action == Action.UNICAST
              ? result.match().flatMap(FibTable.Match::hop).flatMap(NextHop::device).orElse("lo")
              : "lo";
      if (!sourceIsPlausible(flow, from.get(), iif, out)) {
        action = Action.BLACKHOLE;
      }
    }
    return answer(
        flow,
        new Result(action, result.rule(), result.table(), result.match(), result.missing()),
        pass,
        from);
  }

  /** {@code fib_validate_source}: looks the way back up. What is unknown refuses nothing. */
  private boolean sourceIsPlausible(Flow flow, IPAddress from, String iif, String out) {
    int filter = reversePathFilter(iif);
    if (filter == 0 && tables.localAndMainAreOne() && !hasAnyip()) {
      return !kernel.hasAddress(from);
    }
    Result back =
        pass(new Key(from, Optional.of(flow.destination()), out, Optional.empty(), 0, flow.tos()))
            .run();
    if (back.action() == Action.UNKNOWN) {
      return true;
    }
    if (!back.action().delivers()) {
      return filter == 0;
    }
    if (back.action() != Action.UNICAST) {
      return false;
    }
    return filter != 1
        || back.route().stream()
            .flatMap(route -> route.nextHops().stream())
            .anyMatch(hop -> hop.device().filter(iif::equals).isPresent());
  }

  private boolean hasAnyip() {
    return kernel.ipv4().tables().values().stream()
        .anyMatch(routes -> routes.stream().anyMatch(Route::isAnyip));
  }

  /** The kernel takes the larger of {@code all} and the interface's own. */
  private int reversePathFilter(String iif) {
    return Math.max(rpFilter("all"), rpFilter(iif));
  }

  private int rpFilter(String device) {
    String value = kernel.sysctls().getOrDefault("net.ipv4.conf." + device + ".rp_filter", "0");
    return value.equals("1") || value.equals("2") ? Integer.parseInt(value) : 0;
  }

  private RuleLookup pass(Key key) {
    return new RuleLookup(tables, kernel.rules().orElseThrow(), key);
  }

  private static Key key(Flow flow, String iif) {
    return new Key(flow.destination(), flow.from(), iif, flow.oif(), flow.mark(), flow.tos());
  }

  private Answer answer(Flow flow, Result result, RuleLookup pass, Optional<IPAddress> source) {
    Action action =
        result.action() == Action.UNICAST && flow.iif().isEmpty()
            ? cast(flow.destination(), Action.UNICAST)
            : result.action();
    Optional<NextHop> hop = result.match().flatMap(FibTable.Match::hop);
    Optional<String> device =
        action == Action.LOCAL || action == Action.BROADCAST && flow.iif().isPresent()
            ? Optional.of("lo")
            : hop.flatMap(NextHop::device);
    boolean gateway =
        action == Action.UNICAST
            || action == Action.MULTICAST && result.match().orElseThrow().prefixLength() >= 4;
    boolean delivers = action.delivers();
    return new Answer(
        action,
        delivers ? device : Optional.empty(),
        delivers && gateway ? hop.flatMap(NextHop::via) : Optional.empty(),
        delivers ? source : Optional.empty(),
        result.table(),
        result.rule(),
        result.route(),
        result.missing(),
        pass.assumed(),
        pass.trace());
  }

  /** What a packet that leaves by a device is, whatever the type of the route. */
  private static Action cast(IPAddress destination, Action otherwise) {
    if (isLimitedBroadcast(destination)) {
      return Action.BROADCAST;
    }
    return destination.isMulticast()
        ? Action.MULTICAST
        : isZeroNet(destination) ? Action.BLACKHOLE : otherwise;
  }

  private Optional<IPAddress> preferredSource(Flow flow, Result result) {
    Optional<IPAddress> own = result.route().flatMap(Route::source);
    if (own.isPresent()) {
      return own;
    }
    if (result.action() == Action.LOCAL) {
      return Optional.of(flow.destination());
    }
    Optional<NextHop> hop = result.match().flatMap(FibTable.Match::hop);
    return hop.flatMap(NextHop::device)
        .flatMap(device -> sources.of(device, hop.flatMap(NextHop::via)));
  }

  private static boolean isMartianSource(IPAddress source) {
    return isNoUnicast(source) || source.isLoopback();
  }

  private static boolean isNoUnicast(IPAddress address) {
    return address.isMulticast() || isLimitedBroadcast(address) || isZeroNet(address);
  }

  private static boolean isLimitedBroadcast(IPAddress address) {
    return address.isIPv4() && address.isMax();
  }

  private static boolean isZeroNet(IPAddress address) {
    return address.isIPv4() && address.getSegment(0).isZero();
  }

  private static Answer error(Action action) {
    return new Answer(
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Answer unknown(List<String> missing, Optional<FibTable.Match> main) {
    return new Answer(
        Action.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        main.map(FibTable.Match::route),
        missing,
        List.of(),
        List.of());
  }
}
