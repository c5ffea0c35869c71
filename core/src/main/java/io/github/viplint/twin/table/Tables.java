package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.OwnAddresses;
import io.github.viplint.twin.kernel.OwnAddresses6;
import io.github.viplint.twin.kernel.Sysctls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The route tables of a kernel for one family of addresses, each indexed when it is first asked,
 * and what stands in for table local.
 */
public final class Tables {
  private final KernelState kernel;
  private final IPVersion version;
  private final Map<String, RouteTable> byKey = new ConcurrentHashMap<>();

  /** What stands in for table local where it was not captured. */
  private final List<Route> own;

  private final Sysctls sysctls;
  private final boolean localAndMainAreOne;
  private final boolean localIsPartlyKnown;

  /** Indexes the tables of a family. */
  public Tables(KernelState kernel, IPVersion version) {
    this.kernel = kernel;
    this.version = version;
    this.sysctls = new Sysctls(kernel.sysctls());
    boolean captured = kernel.table(version, "local").isPresent();
    this.own = captured ? List.of() : ownAddresses();
    this.localIsPartlyKnown = !captured && !kernel.interfacesComplete();
    this.localAndMainAreOne =
        version.isIPv4() && kernel.fib(version).rules().map(Tables::areDefault).orElse(false);
  }

  private List<Route> ownAddresses() {
    return version.isIPv4()
        ? OwnAddresses.withLoopback(kernel.interfaces())
        : OwnAddresses6.withLoopback(kernel.interfaces());
  }

  private RouteTable table(List<Route> routes) {
    return version.isIPv4() ? new FibTable(routes, this::isUp) : new Fib6Table(routes, this::isUp);
  }

  /** Whether packets may take a next hop, as far as its link is concerned. */
  private boolean isUp(NextHop hop) {
    return !hop.flags().contains("dead")
        && !(hop.flags().contains("linkdown")
            && hop.device()
                .filter(name -> sysctls.ignoresRoutesWithLinkDown(version, name))
                .isPresent());
  }

  /** Null when it is unknown. */
  public @Nullable RouteTable get(String table) {
    String key = kernel.key(table);
    RouteTable known = byKey.get(key);
    return known != null ? known : routes(key).map(routes -> index(key, routes)).orElse(null);
  }

  private RouteTable index(String key, List<Route> routes) {
    return byKey.computeIfAbsent(key, unknown -> table(routes));
  }

  private Optional<List<Route>> routes(String key) {
    boolean standsIn = !own.isEmpty() && key.equals(kernel.key("local"));
    return standsIn ? Optional.of(own) : kernel.fib(version).table(key);
  }

  /** What people call a table: its name, else its number. */
  public String name(String table) {
    return kernel.tableName(table);
  }

  /** A table in the words of what is missing: {@code table 200}, {@code table main of IPv6}. */
  public String missing(String table) {
    return "table " + name(table) + (version.isIPv4() ? "" : " of IPv6");
  }

  /** Whether it is table local, by name or number. */
  public boolean isLocal(String table) {
    return kernel.key(table).equals(kernel.key("local"));
  }

  /** Whether it is table main, by name or number. */
  public boolean isMain(String table) {
    return kernel.key(table).equals(kernel.key("main"));
  }

  /** Whether only some of the table's routes are known, from addresses of interfaces. */
  public boolean isPartlyKnown(String table) {
    return isLocal(table) && localIsPartlyKnown;
  }

  /** Nothing writes to table default unless a person does. */
  public boolean isUsuallyEmpty(String table) {
    return kernel.key(table).equals(kernel.key("default"));
  }

  /**
   * As long as a kernel has never had any rule but the three it starts with, it keeps local and
   * main of IPv4 in one trie and asks both at once ({@code fib_lookup} of include/net/ip_fib.h), so
   * that the longest prefix of both wins.
   */
  public boolean localAndMainAreOne() {
    return localAndMainAreOne;
  }

  /** Whether, with local and main in one trie, main has a longer prefix than {@code match}. */
  public boolean isOverruledByMain(Match match, FlowKey key) {
    RouteTable main = localAndMainAreOne ? get("main") : null;
    Match closer = main == null ? null : main.find(key);
    return closer != null && closer.prefixLength() > match.prefixLength();
  }

  private static boolean areDefault(List<PolicyRule> rules) {
    return rules.stream()
            .limit(4)
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
