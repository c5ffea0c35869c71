package io.github.viplint.twin.command;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.twin.kernel.Fib;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.OwnAddresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A kernel while commands change its IPv4 rules and tables: {@code fib_table_insert} of
 * net/ipv4/fib_trie.c, {@code fib_check_nh} and {@code fib_valid_prefsrc} of fib_semantics.c, and
 * {@code fib_nl_newrule} of net/core/fib_rules.c (6.18).
 */
public final class WorkingKernel {
  private static final long MAIN = 254;
  private static final long LOCAL = 255;

  private final KernelState before;
  private final List<NetInterface> interfaces;
  private final List<PolicyRule> rules;
  private final Map<Long, List<Route>> tables = new TreeMap<>();

  /** Else only what interfaces put there is known of it; it has a default route like any other. */
  private boolean mainIsKnown;

  public WorkingKernel(KernelState before) {
    this.before = before;
    this.interfaces = before.interfaces();
    this.rules = new ArrayList<>();
    before.rules().ifPresent(all -> all.forEach(rule -> rules.add(calling(rule, before::key))));
    before
        .ipv4()
        .tables()
        .forEach((key, routes) -> id(key).ifPresent(id -> tables.put(id, new ArrayList<>(routes))));
    if (!tables.containsKey(LOCAL)) {
      tables.put(LOCAL, new ArrayList<>(OwnAddresses.routes(interfaces)));
    }
    mainIsKnown = tables.containsKey(MAIN);
    if (!mainIsKnown) {
      tables.put(MAIN, new ArrayList<>(OwnAddresses.connected(interfaces)));
    }
  }

  private static Optional<Long> id(String key) {
    try {
      return Optional.of(Long.parseLong(key));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether all interfaces and their addresses are known. */
  public boolean knowsInterfaces() {
    return before.interfacesComplete();
  }

  public List<NetInterface> interfaces() {
    return interfaces;
  }

  /** {@code ip route add}; empty when it is done. */
  public Optional<Refusal> add(Route route, long table) {
    long id = table == 0 ? MAIN : table;
    Optional<Refusal> refused = refusal(route, id);
    if (refused.isPresent()) {
      return refused;
    }
    List<Route> routes = tables.computeIfAbsent(id, key -> new ArrayList<>());
    boolean exists = id == MAIN && !mainIsKnown && route.isDefault();
    for (Route other : routes) {
      exists |=
          other.destination().equals(route.destination())
              && other.tos() == route.tos()
              && other.metric() == route.metric();
    }
    if (exists) {
      return Optional.of(Refusal.FILE_EXISTS);
    }
    routes.add(resolved(route, id));
    return Optional.empty();
  }

  private Optional<Refusal> refusal(Route route, long table) {
    if (!knowsInterfaces()) {
      return Optional.empty();
    }
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
  private Route resolved(Route route, long table) {
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
        ? id(lookup.table()).map(this::routes).orElse(List.of())
        : List.of();
  }

  /** The rule with another word for its table. */
  private static PolicyRule calling(PolicyRule rule, UnaryOperator<String> word) {
    if (!(rule.action() instanceof PolicyRule.Lookup lookup)) {
      return rule;
    }
    return new PolicyRule(
        rule.span(),
        rule.priority(),
        rule.not(),
        rule.from(),
        rule.to(),
        rule.iif(),
        rule.oif(),
        rule.fwmark(),
        rule.tos(),
        rule.transport(),
        new PolicyRule.Lookup(
            word.apply(lookup.table()), lookup.suppressPrefixLength(), lookup.suppressGroup()),
        rule.unknown());
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

  /** {@code ip route del}: the first route that is as the command says, as far as it says. */
  public void delete(Route meant, long table) {
    List<Route> routes = tables.getOrDefault(table == 0 ? MAIN : table, new ArrayList<>());
    routes.stream()
        .filter(
            route ->
                route.destination().equals(meant.destination())
                    && (meant.device().isEmpty() || meant.device().equals(route.device()))
                    && (meant.via().isEmpty() || meant.via().equals(route.via()))
                    && (meant.protocol().isEmpty() || meant.protocol().equals(route.protocol()))
                    && (meant.source().isEmpty() || meant.source().equals(route.source()))
                    && (meant.metric() == 0 || meant.metric() == route.metric())
                    && (meant.type() == Route.Type.UNICAST || meant.type() == route.type()))
        .findFirst()
        .ifPresent(routes::remove);
  }

  public List<Route> routes(long table) {
    return tables.getOrDefault(table, List.of());
  }

  /** Deletes every route that {@code ip route show table ID} lists: with ID 0, those of all. */
  public void flush(long table) {
    mainIsKnown |= table == 0 || table == MAIN;
    if (table == 0) {
      tables.values().forEach(List::clear);
    } else if (tables.containsKey(table)) {
      tables.get(table).clear();
    }
  }

  /** {@code ip route del table ID default}; whether there was one. */
  public boolean deleteDefault(long table) {
    List<Route> routes = tables.getOrDefault(table == 0 ? MAIN : table, List.of());
    Optional<Route> found = routes.stream().filter(Route::isDefault).findFirst();
    return found.isPresent() && routes.remove(found.get());
  }

  /** By priority; tables by number, for names come and go. */
  public List<PolicyRule> rules() {
    return rules;
  }

  /** The rule as {@code ip rule} prints it with these names. */
  public static PolicyRule printed(PolicyRule rule, TableNames names) {
    return calling(rule, table -> id(table).map(names::nameOf).orElse(table));
  }

  /**
   * The priority of a rule that is added without one: one less than that of the second rule, so
   * that it comes before all others but the first.
   */
  long nextPriority() {
    long second = rules.size() > 1 ? rules.get(1).priority() : 0;
    return Math.max(0, second - 1);
  }

  /** {@code ip rule add}: behind all rules of its priority. */
  public void addRule(PolicyRule rule) {
    int at = 0;
    while (at < rules.size() && rules.get(at).priority() <= rule.priority()) {
      at++;
    }
    rules.add(at, rule);
  }

  /** A rule that looks up table 0 gets the first table that the kernel has not made yet. */
  long tableOfRule(long table) {
    if (table != 0) {
      return table;
    }
    long free = 1;
    while (tables.containsKey(free)) {
      free++;
    }
    tables.put(free, new ArrayList<>());
    return free;
  }

  /** The kernel as it is now, its tables called by these names. */
  public KernelState state(TableNames names) {
    Map<String, List<Route>> all = new LinkedHashMap<>();
    tables.forEach(
        (id, routes) -> {
          boolean known = id == LOCAL ? before.table("local").isPresent() : id != MAIN;
          if (known || id == MAIN && mainIsKnown || id == LOCAL && knowsInterfaces()) {
            all.put(Long.toString(id), routes);
          }
        });
    return new KernelState(
        interfaces,
        before.interfacesComplete(),
        new Fib(
            before.rules().map(known -> rules.stream().map(rule -> printed(rule, names)).toList()),
            all,
            before.ipv4().allTables()),
        before.ipv6(),
        names.ids(),
        before.sysctls());
  }
}
