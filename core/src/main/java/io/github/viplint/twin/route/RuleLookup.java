package io.github.viplint.twin.route;

import io.github.viplint.capture.Span;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.twin.kernel.RouteText;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.route.Answer.Step;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.Match;
import io.github.viplint.twin.table.RouteTable;
import io.github.viplint.twin.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass through the policy rules: {@code fib_rules_lookup} of net/core/fib_rules.c. */
final class RuleLookup {
  private static final int MOST_SHOWN = 160;

  private final Tables tables;
  private final RuleIndex rules;
  private final FlowKey key;
  private final Trace trace;
  private final Set<String> assumed = new LinkedHashSet<>();

  /** Tables that could have decided already. */
  private final Set<String> missing = new LinkedHashSet<>();

  /** The rule that leads to the first of them. */
  private @Nullable PolicyRule undecided;

  /** Whether a {@code throw} ended the question that local and main were asked at once. */
  private boolean thrownByBoth;

  /**
   * What the rules say, before source addresses and the like are looked at.
   *
   * @param match the route, where one decided
   */
  record Result(
      Action action,
      Optional<PolicyRule> rule,
      Optional<String> table,
      Optional<Match> match,
      List<String> missing) {

    Optional<Route> route() {
      return match.map(Match::route);
    }
  }

  RuleLookup(Tables tables, RuleIndex rules, FlowKey key) {
    this.tables = tables;
    this.rules = rules;
    this.key = key;
    this.trace = new Trace(rules, key);
  }

  List<Step> trace() {
    return trace;
  }

  List<String> assumed() {
    return List.copyOf(assumed);
  }

  /** A table that was not captured may decide; which others may, if it does not, is told too. */
  Result run() {
    Result result = pass();
    if (undecided == null) {
      return result;
    }
    missing.addAll(result.missing());
    return new Result(
        Action.UNKNOWN,
        Optional.of(undecided),
        Optional.empty(),
        Optional.empty(),
        List.copyOf(missing));
  }

  private Result pass() {
    int at = 0;
    for (int number : rules.candidates(key)) {
      if (number < at) {
        continue; // jumped over
      }
      PolicyRule rule = rules.rule(number);
      Selector.Fit fit = new Selector(rule, key).fit();
      if (fit == Selector.Fit.NO) {
        continue;
      }
      trace.passedBy(at, number);
      at = number + 1;
      if (fit == Selector.Fit.OPEN) {
        return open(number, rule);
      }
      PolicyRule.Action action = rule.action();
      if (action instanceof PolicyRule.Lookup lookup) {
        Optional<Result> result = lookUp(number, rule, lookup);
        if (result.isPresent()) {
          return result.get();
        }
      } else if (action instanceof PolicyRule.Goto jump) {
        at = rules.target(number, jump.target());
        step(number, rule, at > number + 1 ? "goes on at " + jump.target() : "goes on");
      } else if (action instanceof PolicyRule.Nop) {
        step(number, rule, "goes on");
      } else {
        return end(number, rule, action);
      }
    }
    trace.passedBy(at, rules.size());
    return new Result(Action.NONE, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private Result open(int number, PolicyRule rule) {
    if (rule.unknown()) {
      step(number, rule, "not understood");
      return unknown(rule, "what rule " + captured(rule.span()) + " asks for");
    }
    step(number, rule, "depends on the packet's protocol and ports");
    return unknown(
        rule, "the packet's protocol and ports, for rule " + rule.priority() + ": " + rule.shown());
  }

  private Result end(int number, PolicyRule rule, PolicyRule.Action action) {
    step(number, rule, "ends here");
    Action error =
        action instanceof PolicyRule.Unreachable
            ? Action.NONE
            : action instanceof PolicyRule.Prohibit ? Action.PROHIBIT : Action.BLACKHOLE;
    return new Result(error, Optional.of(rule), Optional.empty(), Optional.empty(), List.of());
  }

  /** Empty when the next rule is to be asked. */
  private Optional<Result> lookUp(int number, PolicyRule rule, PolicyRule.Lookup lookup) {
    String name = tables.name(lookup.table());
    RouteTable table = tables.get(lookup.table());
    if (table == null) {
      if (!tables.isUsuallyEmpty(lookup.table())) {
        step(number, rule, name, null, "not captured");
        missing.add(tables.missing(lookup.table()));
        undecided = undecided == null ? rule : undecided;
        return Optional.empty();
      }
      assumed.add("table " + name + " is empty");
      step(number, rule, name, null, "not captured; usually empty");
      return Optional.empty();
    }
    if (thrownByBoth && tables.isMain(lookup.table())) {
      step(number, rule, name, null, "asked at once with table local, which threw");
      return Optional.empty();
    }
    Match match = table.find(key);
    boolean derived = tables.isPartlyKnown(lookup.table());
    if (match == null) {
      if (derived) {
        assumed.add("table " + name + " holds nothing but the captured addresses");
      }
      step(number, rule, name, null, derived ? "not captured; no captured address" : "no route");
      return Optional.empty();
    }
    Route route = match.route();
    if (route.unknown()) {
      step(number, rule, name, route, "not understood");
      return Optional.of(
          unknown(rule, "what route " + captured(route.span()) + " of table " + name + " is"));
    }
    boolean oneTrie = tables.isLocal(lookup.table()) && tables.localAndMainAreOne();
    if (route.type() == Route.Type.THROW) {
      thrownByBoth = oneTrie && !tables.isOverruledByMain(match, key);
      step(number, rule, name, route, "throw: goes on");
      return Optional.empty();
    }
    if (oneTrie) {
      if (match.prefixLength() < 32 && tables.get("main") == null) {
        step(number, rule, name, route, "table main was not captured");
        return Optional.of(unknown(rule, tables.missing("main")));
      }
      if (tables.isOverruledByMain(match, key)) {
        assumed.add("no rule was ever added");
        step(
            number,
            rule,
            name,
            route,
            "as no rule was ever added, main's longer prefix comes first");
        return Optional.empty();
      }
    }
    Action action = action(route);
    if (action.delivers()) {
      if (lookup.suppressPrefixLength().filter(n -> match.prefixLength() <= n).isPresent()) {
        step(number, rule, name, route, RouteText.of(route) + ": prefix too short, goes on");
        return Optional.empty();
      }
      if (lookup.suppressGroup().isPresent()) {
        step(number, rule, name, route, "depends on the group of the device");
        return Optional.of(unknown(rule, "ip link show group " + lookup.suppressGroup().get()));
      }
    }
    step(number, rule, name, route, match.shown());
    return Optional.of(
        new Result(action, Optional.of(rule), Optional.of(name), Optional.of(match), List.of()));
  }

  /** An anycast address of IPv6 is one of this host. */
  private static Action action(Route route) {
    return switch (route.type()) {
      case UNICAST, NAT, THROW -> Action.UNICAST;
      case ANYCAST -> route.destination().address().isIPv6() ? Action.LOCAL : Action.UNICAST;
      case LOCAL -> Action.LOCAL;
      case BROADCAST -> Action.BROADCAST;
      case MULTICAST -> Action.MULTICAST;
      case UNREACHABLE -> Action.UNREACHABLE;
      case PROHIBIT -> Action.PROHIBIT;
      case BLACKHOLE -> Action.BLACKHOLE;
    };
  }

  /** The words that were captured, for what was read of them leaves out what is not known. */
  private static String captured(Span span) {
    String words = span.shown().strip().replaceAll("\\s+", " ");
    return words.length() <= MOST_SHOWN ? words : words.substring(0, MOST_SHOWN) + "...";
  }

  private Result unknown(PolicyRule rule, String missing) {
    return new Result(
        Action.UNKNOWN, Optional.of(rule), Optional.empty(), Optional.empty(), List.of(missing));
  }

  private void step(int number, PolicyRule rule, String outcome) {
    trace.fitted(number, new Step(rule, Optional.empty(), Optional.empty(), outcome));
  }

  private void step(
      int number, PolicyRule rule, String table, @Nullable Route route, String outcome) {
    trace.fitted(number, new Step(rule, Optional.of(table), Optional.ofNullable(route), outcome));
  }
}
