package io.github.viplint.twin.command;

import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.twin.kernel.Fib;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.OwnAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A kernel while commands change its IPv4 rules and tables: {@code fib_table_insert} of
 * net/ipv4/fib_trie.c (6.18).
 */
public final class WorkingKernel {
  /** The number of table main. */
  public static final long MAIN = 254;

  private static final long LOCAL = 255;
  private static final int BUCKETS = 256;

  private final KernelState before;
  private final List<NetInterface> interfaces;
  private final WorkingRules rules;
  private final Map<Long, List<Route>> tables = new TreeMap<>();

  /** Else only what interfaces put there is known of it; it has a default route like any other. */
  private boolean mainIsKnown;

  /** A kernel that is still as {@code before} says. */
  public WorkingKernel(KernelState before) {
    this.before = before;
    this.interfaces = before.interfaces();
    this.rules = new WorkingRules(before.rules().orElse(List.of()), before::key);
    before
        .ipv4()
        .tables()
        .forEach(
            (key, routes) ->
                WorkingRules.number(key).ifPresent(id -> tables.put(id, new ArrayList<>(routes))));
    if (!tables.containsKey(LOCAL)) {
      tables.put(LOCAL, new ArrayList<>(OwnAddresses.routes(interfaces)));
    }
    mainIsKnown = tables.containsKey(MAIN);
    if (!mainIsKnown) {
      tables.put(MAIN, new ArrayList<>(OwnAddresses.connected(interfaces)));
    }
  }

  /** One that is as {@code other} is now. */
  public WorkingKernel(WorkingKernel other) {
    this.before = other.before;
    this.interfaces = other.interfaces;
    this.rules = new WorkingRules(other.rules.all(), UnaryOperator.identity());
    other.tables.forEach((id, routes) -> tables.put(id, new ArrayList<>(routes)));
    this.mainIsKnown = other.mainIsKnown;
  }

  /** Whether all interfaces and their addresses are known. */
  public boolean knowsInterfaces() {
    return before.interfacesComplete();
  }

  /** The interfaces that are known, which no command here changes. */
  public List<NetInterface> interfaces() {
    return interfaces;
  }

  /**
   * {@code ip route add}; empty when it is done. Its table is there from then on, even if the route
   * is refused.
   */
  public Optional<Refusal> add(Route route, long table) {
    long id = table == 0 ? MAIN : table;
    List<Route> routes = tables.computeIfAbsent(id, key -> new ArrayList<>());
    NextHopCheck check = new NextHopCheck(interfaces, rules.all(), this::routes);
    Optional<Refusal> refused = knowsInterfaces() ? check.refusal(route, id) : Optional.empty();
    if (refused.isPresent()) {
      return refused;
    }
    for (Route other : routes) {
      if (other.destination().equals(route.destination())
          && other.tos() == route.tos()
          && other.metric() == route.metric()) {
        return Optional.of(Refusal.exists(other.span()));
      }
    }
    if (id == MAIN && !mainIsKnown && route.isDefault()) {
      return Optional.of(Refusal.FILE_EXISTS);
    }
    routes.add(check.resolved(route, id));
    return Optional.empty();
  }

  /** {@code ip route del}: the first route that is as the command says; whether there was one. */
  public boolean delete(Route meant, long table) {
    List<Route> routes = tables.getOrDefault(table == 0 ? MAIN : table, List.of());
    Optional<Route> found =
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
            .findFirst();
    return found.isPresent() && routes.remove(found.get());
  }

  /** The routes of a table, by its number. */
  public List<Route> routes(long table) {
    return tables.getOrDefault(table, List.of());
  }

  /**
   * The tables that {@code ip route show table ID} lists, in its order: with ID 0 all of them, by
   * the hash of {@code fib_table_hash}.
   */
  public List<Long> listed(long table) {
    return table != 0
        ? List.of(table)
        : tables.keySet().stream().sorted(Comparator.comparingLong(id -> id % BUCKETS)).toList();
  }

  /** All routes that were listed of a table have been deleted, captured or not. */
  public void hasLost(long table) {
    mainIsKnown |= table == MAIN;
  }

  /** {@code ip route del table ID default}; whether there was one. */
  public boolean deleteDefault(long table) {
    List<Route> routes = tables.getOrDefault(table == 0 ? MAIN : table, List.of());
    Optional<Route> found = routes.stream().filter(Route::isDefault).findFirst();
    return found.isPresent() && routes.remove(found.get());
  }

  /** Its policy rules, which commands may change. */
  public WorkingRules rules() {
    return rules;
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
        new Fib(before.rules().map(known -> rules.named(names)), all, before.ipv4().allTables()),
        before.ipv6(),
        names.ids(),
        before.sysctls());
  }
}
