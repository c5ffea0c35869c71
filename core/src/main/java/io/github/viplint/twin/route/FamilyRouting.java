package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.RouteText;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.route.RuleLookup.Result;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.Match;
import io.github.viplint.twin.table.RouteTable;
import io.github.viplint.twin.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules and tables of one family of addresses, and the answers that come of them. */
final class FamilyRouting {
  private final Tables tables;
  private final Optional<RuleIndex> rules;
  private final IPVersion version;
  private final Function<Flow, Answer> way;
  private final Function<Flow, Answer> wayIn;

  FamilyRouting(KernelState kernel, IPVersion version) {
    this.version = version;
    this.tables = new Tables(kernel, version);
    this.rules = kernel.fib(version).rules().map(RuleIndex::new);
    if (version.isIPv4()) {
      this.way = new Ipv4Output(this, kernel)::answer;
      this.wayIn = new Ipv4Input(this, kernel)::answer;
    } else {
      Ipv6Lookup lookup = new Ipv6Lookup(this, kernel);
      this.way = lookup::answer;
      this.wayIn = lookup::answer;
    }
  }

  /** Answers as {@code ip route get} does. */
  Answer answer(Flow flow) {
    if (rules.isEmpty()) {
      RouteTable main = tables.get("main");
      return Answer.unknown(
          List.of(version.isIPv4() ? "ip rule" : "ip -6 rule"),
          Optional.ofNullable(main == null ? null : main.find(FlowKey.of(flow))).map(Match::route));
    }
    return (flow.iif().isPresent() ? wayIn : way).apply(flow);
  }

  Tables tables() {
    return tables;
  }

  /** Begins to ask the rules. */
  RuleLookup pass(FlowKey key) {
    return new RuleLookup(tables, rules.orElseThrow(), key);
  }

  /** What stands in an answer besides what the rules say. */
  record Ending(
      Action action,
      Function<Match.Way, Optional<String>> device,
      boolean gateway,
      Function<Match.Way, Optional<IPAddress>> source) {}

  /** The answer of a pass that delivers, for each way that the kernel may take. */
  static Answer delivered(RuleLookup pass, Result result, Ending ending, List<String> assumed) {
    Match match = result.match().orElseThrow();
    List<Optional<String>> devices = match.ways().stream().map(ending.device()).distinct().toList();
    List<Optional<IPAddress>> sources =
        match.ways().stream().map(ending.source()).distinct().toList();
    List<NextHop> hops =
        match.ways().stream()
            .flatMap(way -> way.hop().stream())
            .map(hop -> ending.gateway() ? hop : hop.withoutGateway())
            .distinct()
            .toList();
    boolean certain = hops.size() <= 1 && sources.size() == 1;
    List<String> all = new ArrayList<>(pass.assumed());
    all.addAll(assumed);
    return new Answer(
        certain ? ending.action() : Action.UNKNOWN,
        devices.size() == 1 ? devices.get(0) : Optional.empty(),
        certain && ending.gateway() ? match.hop().flatMap(NextHop::via) : Optional.empty(),
        sources.size() == 1 ? sources.get(0) : Optional.empty(),
        result.table(),
        result.rule(),
        result.route(),
        certain ? List.of() : hops,
        certain ? List.of() : List.of(choice(hops)),
        all,
        pass.trace(),
        Optional.empty());
  }

  private static String choice(List<NextHop> hops) {
    return "which next hop the kernel takes: "
        + hops.stream()
            .map(hop -> RouteText.hop(Optional.of(hop)).strip())
            .distinct()
            .collect(Collectors.joining(" or "));
  }

  /** The answer of a pass that does not deliver, or to which something else was said. */
  static Answer ended(RuleLookup pass, Result result, Action action, List<String> assumed) {
    List<String> all = new ArrayList<>(pass.assumed());
    all.addAll(assumed);
    return new Answer(
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        result.table(),
        result.rule(),
        result.route(),
        List.of(),
        action == Action.UNKNOWN ? result.missing() : List.of(),
        all,
        pass.trace(),
        Optional.empty());
  }

  /** The answer of a pass that found nothing, and whose packet leaves by a device all the same. */
  static Answer onLink(
      RuleLookup pass, Action action, Optional<String> device, Optional<IPAddress> source) {
    return new Answer(
        action,
        device,
        Optional.empty(),
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.<Route>empty(),
        List.of(),
        List.of(),
        pass.assumed(),
        pass.trace(),
        Optional.empty());
  }
}
