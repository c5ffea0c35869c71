package io.github.viplint.rules.table;

import io.github.viplint.lint.HostView;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The captured tables of a host that policy rules lead to, but for the kernel's own. */
final class LookedUpTables {
  /** By name and number. */
  private static final Set<String> KERNELS =
      Set.of("local", "main", "default", "255", "254", "253");

  private final HostView host;
  private final Map<String, Optional<Table>> known = new HashMap<>();

  LookedUpTables(HostView host) {
    this.host = host;
  }

  /**
   * A table that is known as a whole.
   *
   * @param name what people call it
   */
  record Table(String name, List<Route> routes, Set<Cidr> destinations) {
    boolean isEmpty() {
      return routes.isEmpty();
    }

    /** Whether one of its routes is to all of {@code network}. */
    boolean covers(Cidr network) {
      for (int length = 0; length <= network.prefixLength(); length++) {
        if (destinations.contains(new Cidr(network.address(), length).network())) {
          return true;
        }
      }
      return false;
    }

    boolean hasDefault() {
      return routes.stream().anyMatch(Route::isDefault);
    }
  }

  /** The table that the rule leads to; empty where it leads to none, or to one not captured. */
  Optional<Table> of(PolicyRule rule) {
    return !rule.unknown()
            && rule.action() instanceof PolicyRule.Lookup lookup
            && !KERNELS.contains(lookup.table())
        ? known.computeIfAbsent(host.kernel().key(lookup.table()), key -> table(lookup.table()))
        : Optional.empty();
  }

  private Optional<Table> table(String table) {
    return host.kernel()
        .table(table)
        .map(
            routes ->
                new Table(
                    host.kernel().tableName(table),
                    routes,
                    routes.stream().map(Route::destination).collect(Collectors.toSet())));
  }
}
