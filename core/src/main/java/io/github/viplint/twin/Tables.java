package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The route tables of a kernel, each indexed once, and what stands in for table local. */
final class Tables {
  private static final FibTable EMPTY = new FibTable(List.of());

  private final KernelState kernel;
  private final Map<String, FibTable> byKey = new HashMap<>();
  private final boolean localAndMainAreOne;
  private final boolean localIsPartlyKnown;

  Tables(KernelState kernel) {
    this.kernel = kernel;
    kernel.ipv4().tables().forEach((key, routes) -> byKey.put(key, new FibTable(routes)));
    boolean captured = kernel.table("local").isPresent();
    if (!captured && !kernel.interfaces().isEmpty()) {
      List<Route> own = new ArrayList<>(OwnAddresses.routes(kernel.interfaces()));
      own.addAll(OwnAddresses.loopback(kernel.interfaces().get(0).span()));
      byKey.put(kernel.key("local"), new FibTable(own));
    }
    this.localIsPartlyKnown = !captured && !kernel.interfacesComplete();
    this.localAndMainAreOne = kernel.rules().map(Tables::areDefault).orElse(false);
  }

  /** Null when it is unknown. */
  @Nullable FibTable get(String table) {
    FibTable found = byKey.get(kernel.key(table));
    return found == null && kernel.table(table).isPresent() ? EMPTY : found;
  }

  String name(String table) {
    return kernel.tableName(table);
  }

  boolean isLocal(String table) {
    return kernel.key(table).equals(kernel.key("local"));
  }

  /** Whether only some of the table's routes are known, from addresses of interfaces. */
  boolean isPartlyKnown(String table) {
    return isLocal(table) && localIsPartlyKnown;
  }

  /** Nothing writes to table default unless a person does. */
  boolean isUsuallyEmpty(String table) {
    return kernel.key(table).equals(kernel.key("default"));
  }

  /**
   * As long as a kernel has never had any rule but the three it starts with, it keeps local and
   * main in one trie and asks both at once ({@code fib_lookup} of include/net/ip_fib.h), so that
   * the longest prefix of both wins.
   */
  boolean localAndMainAreOne() {
    return localAndMainAreOne;
  }

  /** Whether, with local and main in one trie, main has a longer prefix than {@code match}. */
  boolean isOverruledByMain(
      FibTable.Match match, IPAddress destination, int tos, Optional<String> oif) {
    FibTable main = localAndMainAreOne ? get("main") : null;
    FibTable.Match closer = main == null ? null : main.find(destination, tos, oif);
    return closer != null && closer.prefixLength() > match.prefixLength();
  }

  private static boolean areDefault(List<PolicyRule> rules) {
    return rules.stream()
            .map(rule -> rule.priority() + " " + rule.shown())
            .toList()
            .equals(
                List.of(
                    "0 from all lookup local",
                    "32766 from all lookup main",
                    "32767 from all lookup default"))
        && rules.stream().noneMatch(PolicyRule::unknown);
  }
}
