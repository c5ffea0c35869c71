package io.github.viplint.twin.kernel;

import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a kernel routes one family of addresses by: its policy rules and its route tables. What is
 * unknown is empty.
 *
 * @param rules by priority, equal priorities in listed order
 * @param tables the routes of each table that is known as a whole, by {@link KernelState#key}
 * @param allTables whether a table that {@code tables} lacks is empty, not unknown
 */
public record Fib(
    Optional<List<PolicyRule>> rules, Map<String, List<Route>> tables, boolean allTables) {
  public Fib {
    rules =
        rules.map(
            list -> list.stream().sorted(Comparator.comparingLong(PolicyRule::priority)).toList());
    Map<String, List<Route>> copy = new LinkedHashMap<>();
    tables.forEach((key, routes) -> copy.put(key, List.copyOf(routes)));
    tables = Collections.unmodifiableMap(copy);
  }

  /** One of which nothing is known. */
  public static Fib unknown() {
    return new Fib(Optional.empty(), Map.of(), false);
  }

  /** Whether anything is known of it. */
  boolean isKnown() {
    return rules.isPresent() || allTables || !tables.isEmpty();
  }

  /** The routes of a table, by its key; empty when it is not known as a whole. */
  public Optional<List<Route>> table(String key) {
    List<Route> routes = tables.get(key);
    return routes == null && allTables ? Optional.of(List.of()) : Optional.ofNullable(routes);
  }

  /** The same with other routes in a table. */
  public Fib withTable(String key, List<Route> routes) {
    Map<String, List<Route>> changed = new LinkedHashMap<>(tables);
    changed.put(key, routes);
    return new Fib(rules, changed, allTables);
  }
}
