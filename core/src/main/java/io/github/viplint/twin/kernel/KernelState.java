package io.github.viplint.twin.kernel;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kernel's addresses, policy rules and route tables at one time: one type for what was captured
 * and for what a boot predicts. What is unknown is empty.
 *
 * @param interfaces those that are known, with their addresses
 * @param interfacesComplete whether these are all
 * @param ipv4 rules and tables of IPv4
 * @param ipv6 rules and tables of IPv6
 * @param names what names the table ids have, {@code local}, {@code main} and {@code default}
 *     included; both families share them
 * @param sysctls by name, {@code net.ipv4.ip_nonlocal_bind}
 */
public record KernelState(
    List<NetInterface> interfaces,
    boolean interfacesComplete,
    Fib ipv4,
    Fib ipv6,
    Map<String, Long> names,
    Map<String, String> sysctls) {

  /** The names that every system has: /etc/iproute2/rt_tables as iproute2 ships it. */
  private static final Map<String, Long> BUILT_IN =
      Map.of("local", 255L, "main", 254L, "default", 253L, "unspec", 0L);

  public KernelState {
    interfaces = List.copyOf(interfaces);
    Map<String, Long> allNames = new HashMap<>(names);
    allNames.putAll(BUILT_IN);
    names = Map.copyOf(allNames);
    ipv4 = keyed(ipv4, names);
    ipv6 = keyed(ipv6, names);
    sysctls = Map.copyOf(sysctls);
  }

  private static Fib keyed(Fib fib, Map<String, Long> names) {
    Map<String, List<Route>> byKey = new LinkedHashMap<>();
    fib.tables().forEach((table, routes) -> byKey.put(key(table, names), routes));
    return new Fib(fib.rules(), byKey, fib.allTables());
  }

  /** A kernel of which nothing is known. */
  public static KernelState unknown() {
    return new KernelState(List.of(), false, Fib.unknown(), Fib.unknown(), Map.of(), Map.of());
  }

  /** What the captures of a host's state say of its kernel. */
  public static KernelState captured(State state) {
    return CapturedKernel.of(state);
  }

  /** Rules and tables of a family. */
  public Fib fib(IPVersion version) {
    return version.isIPv4() ? ipv4 : ipv6;
  }

  /** Whether a rule or a table of either family is known. */
  public boolean knowsRouting() {
    return ipv4.isKnown() || ipv6.isKnown();
  }

  /** The rules of IPv4, by priority; empty when they are not known. */
  public Optional<List<PolicyRule>> rules() {
    return ipv4.rules();
  }

  /**
   * One spelling for a table that rules and routes name by name or by number: its number where that
   * is known, else its name.
   */
  public String key(String table) {
    return key(table, names);
  }

  private static String key(String table, Map<String, Long> names) {
    Long id = names.get(table);
    return id == null ? table : Long.toString(id);
  }

  /** What people call a table: its name where it has one, else its number. */
  public String tableName(String table) {
    String key = key(table);
    return names.entrySet().stream()
        .filter(entry -> Long.toString(entry.getValue()).equals(key))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(table);
  }

  /** The IPv4 routes of a table, by name or number; empty when it is not known as a whole. */
  public Optional<List<Route>> table(String table) {
    return table(IPVersion.IPV4, table);
  }

  /** The routes of a table, by name or number; empty when it is not known as a whole. */
  public Optional<List<Route>> table(IPVersion version, String table) {
    return fib(version).table(key(table));
  }

  /**
   * The routes that make AnyIP ranges local, those of IPv6 last and where known; empty when table
   * local of IPv4 is not known, for addresses alone don't tell.
   */
  public Optional<List<Route>> anyip() {
    return table("local")
        .map(
            routes ->
                Stream.concat(
                        routes.stream(),
                        table(IPVersion.IPV6, "local").stream().flatMap(List::stream))
                    .filter(Route::isAnyip)
                    .toList());
  }

  /** The same kernel with these IPv4 routes, and no others, in a table. */
  KernelState withTable(String table, List<Route> routes) {
    return with(ipv4.withTable(key(table), routes), ipv6);
  }

  /** The same kernel where these IPv4 tables, by number, are not known. */
  public KernelState without(Set<Long> unknown) {
    Map<String, List<Route>> left = new LinkedHashMap<>(ipv4.tables());
    unknown.forEach(id -> left.remove(Long.toString(id)));
    return unknown.isEmpty() ? this : with(new Fib(ipv4.rules(), left, false), ipv6);
  }

  /** The same kernel with other rules and tables. */
  public KernelState with(Fib newIpv4, Fib newIpv6) {
    return new KernelState(interfaces, interfacesComplete, newIpv4, newIpv6, names, sysctls);
  }

  /** The known interfaces that are connected to the subnet of {@code address}. */
  public List<NetInterface> connectedTo(IPAddress address) {
    return interfaces.stream()
        .filter(
            device ->
                device.addresses().stream()
                    .anyMatch(own -> own.peer().orElse(own.cidr()).contains(address)))
        .toList();
  }

  /** Whether a known interface has the address. */
  public boolean hasAddress(IPAddress address) {
    return interfaces.stream()
        .flatMap(device -> device.addresses().stream())
        .map(Address::cidr)
        .anyMatch(cidr -> cidr.address().equals(address));
  }
}
