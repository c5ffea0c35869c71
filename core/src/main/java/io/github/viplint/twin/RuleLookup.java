package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.twin.Answer.Action;
import io.github.viplint.twin.Answer.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass through the policy rules: {@code fib_rules_lookup} of net/core/fib_rules.c. */
final class RuleLookup {
  private final Tables tables;
  private final List<PolicyRule> rules;
  private final Key key;
  private final List<Step> trace = new ArrayList<>();
  private final Set<String> assumed = new LinkedHashSet<>();

  /** What rules and routes are selected by. */
  record Key(
      IPAddress destination,
      Optional<IPAddress> source,
      String iif,
      Optional<String> oif,
      long mark,
      int tos) {}

  /**
   * What the rules say, before source addresses and the like are looked at.
   *
   * @param match the route, where one decided
   */
  record Result(
      Action action,
      Optional<PolicyRule> rule,
      Optional<String> table,
      Optional<FibTable.Match> match,
      List<String> missing) {

    Optional<Route> route() {
      return match.map(FibTable.Match::route);
    }
  }

  RuleLookup(Tables tables, List<PolicyRule> rules, Key key) {
    this.tables = tables;
    this.rules = rules;
    this.key = key;
  }

  List<Step> trace() {
    return trace;
  }

  List<String> assumed() {
    return List.copyOf(assumed);
  }

  Result run() {
    for (int i = 0; i < rules.size(); i++) {
      PolicyRule rule = rules.get(i);
      if (!fits(rule)) {
        step(rule, "selector does not fit");
        continue;
      }
      if (isOpen(rule)) {
        step(rule, "not understood");
        return unknown(rule, "rule " + rule.priority() + ": " + rule.shown());
      }
      PolicyRule.Action action = rule.action();
      if (action instanceof PolicyRule.Lookup lookup) {
        Optional<Result> result = lookUp(rule, lookup);
        if (result.isPresent()) {
          return result.get();
        }
      } else if (action instanceof PolicyRule.Goto jump) {
        int target = target(i, jump);
        step(rule, target > i + 1 ? "goes on at " + jump.target() : "goes on");
        i = target - 1;
      } else if (action instanceof PolicyRule.Nop) {
        step(rule, "goes on");
      } else {
        Action error =
            action instanceof PolicyRule.Unreachable
                ? Action.NONE
                : action instanceof PolicyRule.Prohibit ? Action.PROHIBIT : Action.BLACKHOLE;
        step(rule, "ends here");
        return new Result(error, Optional.of(rule), Optional.empty(), Optional.empty(), List.of());
      }
    }
    return new Result(Action.NONE, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** The index to go on at. A target that is not there, or behind, is none: the next rule. */
  private int target(int from, PolicyRule.Goto jump) {
    for (int i = from + 1; i < rules.size(); i++) {
      if (rules.get(i).priority() == jump.target()) {
        return i;
      }
    }
    return from + 1;
  }

  /** Whether the packet fits the selector. Of a rule that was not understood, whether it could. */
  private boolean fits(PolicyRule rule) {
    boolean all =
        rule.iif().map(key.iif()::equals).orElse(true)
            && rule.oif().map(name -> key.oif().filter(name::equals).isPresent()).orElse(true)
            && rule.fwmark().map(m -> ((key.mark() ^ m.value()) & m.mask()) == 0).orElse(true)
            && rule.tos().map(tos -> tos == key.tos()).orElse(true)
            && rule.from().map(this::fitsSource).orElse(true)
            && rule.to().map(to -> to.contains(key.destination())).orElse(true);
    return isOpen(rule) ? all || rule.not() : all != rule.not();
  }

  /** Whether what it selects by is not known of the packet. */
  private static boolean isOpen(PolicyRule rule) {
    return rule.unknown() || rule.transport().isPresent();
  }

  /** A source that is not chosen yet is 0.0.0.0. */
  private boolean fitsSource(Cidr from) {
    return key.source().map(from::contains).orElse(from.prefixLength() == 0);
  }

  /** Empty when the next rule is to be asked. */
  private Optional<Result> lookUp(PolicyRule rule, PolicyRule.Lookup lookup) {
    String name = tables.name(lookup.table());
    FibTable table = tables.get(lookup.table());
    if (table == null) {
      if (!tables.isUsuallyEmpty(lookup.table())) {
        step(rule, name, null, "not captured");
        return Optional.of(unknown(rule, "table " + name));
      }
      assumed.add("table " + name);
      step(rule, name, null, "not captured; usually empty");
      return Optional.empty();
    }
    FibTable.Match match = find(table);
    boolean derived = tables.isPartlyKnown(lookup.table());
    if (match == null) {
      if (derived) {
        assumed.add("table " + name);
      }
      step(rule, name, null, derived ? "not captured; no captured address" : "no route");
      return Optional.empty();
    }
    Route route = match.route();
    if (route.unknown()) {
      step(rule, name, route, "not understood");
      return Optional.of(unknown(rule, "route " + RouteText.of(route) + " of table " + name));
    }
    if (route.type() == Route.Type.THROW) {
      step(rule, name, route, "throw: goes on");
      return Optional.empty();
    }
    if (tables.isLocal(lookup.table()) && tables.localAndMainAreOne()) {
      if (match.prefixLength() < 32 && tables.get("main") == null) {
        step(rule, name, route, "table main was not captured");
        return Optional.of(unknown(rule, "table main"));
      }
      if (tables.isOverruledByMain(match, key.destination(), key.tos(), key.oif())) {
        assumed.add("no rule was ever added");
        step(rule, name, route, "as no rule was ever added, main's longer prefix comes first");
        return Optional.empty();
      }
    }
    Action action = action(route.type());
    if (action.delivers()) {
      if (lookup.suppressPrefixLength().filter(n -> match.prefixLength() <= n).isPresent()) {
        step(rule, name, route, RouteText.of(route) + ": prefix too short, goes on");
        return Optional.empty();
      }
      if (lookup.suppressGroup().isPresent()) {
        step(rule, name, route, "depends on the group of the device");
        return Optional.of(unknown(rule, "ip link show group " + lookup.suppressGroup().get()));
      }
    }
    step(rule, name, route, RouteText.of(route, match.hop()));
    return Optional.of(
        new Result(action, Optional.of(rule), Optional.of(name), Optional.of(match), List.of()));
  }

  private FibTable.@Nullable Match find(FibTable table) {
    return table.find(key.destination(), key.tos(), key.oif());
  }

  private static Action action(Route.Type type) {
    return switch (type) {
      case UNICAST, NAT, ANYCAST, THROW -> Action.UNICAST;
      case LOCAL -> Action.LOCAL;
      case BROADCAST -> Action.BROADCAST;
      case MULTICAST -> Action.MULTICAST;
      case UNREACHABLE -> Action.UNREACHABLE;
      case PROHIBIT -> Action.PROHIBIT;
      case BLACKHOLE -> Action.BLACKHOLE;
    };
  }

  private Result unknown(PolicyRule rule, String missing) {
    return new Result(
        Action.UNKNOWN, Optional.of(rule), Optional.empty(), Optional.empty(), List.of(missing));
  }

  private void step(PolicyRule rule, String outcome) {
    trace.add(new Step(rule, Optional.empty(), Optional.empty(), outcome));
  }

  private void step(PolicyRule rule, String table, @Nullable Route route, String outcome) {
    trace.add(new Step(rule, Optional.of(table), Optional.ofNullable(route), outcome));
  }
}
