package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kernel's addresses, IPv4 policy rules and route tables at one time: one type for what was
 * captured and for what a boot predicts. What is unknown is empty.
 *
 * @param interfaces those that are known, with their addresses
 * @param interfacesComplete whether these are all
 * @param rules by priority, equal priorities in listed order; IPv4 only
 * @param tables the routes of each table that is known as a whole, by {@link #key}
 * @param allTables whether a table that {@code tables} lacks is empty, not unknown
 * @param names what names the table ids have, {@code local}, {@code main} and {@code default}
 *     included
 * @param sysctls by name, {@code net.ipv4.ip_nonlocal_bind}
 */
public record KernelState(
    List<NetInterface> interfaces,
    boolean interfacesComplete,
    Optional<List<PolicyRule>> rules,
    Map<String, List<Route>> tables,
    boolean allTables,
    Map<String, Long> names,
    Map<String, String> sysctls) {

  /** The names that every system has: /etc/iproute2/rt_tables as iproute2 ships it. */
  private static final Map<String, Long> BUILT_IN =
      Map.of("local", 255L, "main", 254L, "default", 253L, "unspec", 0L);

  public KernelState {
    interfaces = List.copyOf(interfaces);
    rules =
        rules.map(
            list -> list.stream().sorted(Comparator.comparingLong(PolicyRule::priority)).toList());
    Map<String, Long> allNames = new HashMap<>(names);
    allNames.putAll(BUILT_IN);
    names = Map.copyOf(allNames);
    Map<String, List<Route>> byKey = new LinkedHashMap<>();
    for (Map.Entry<String, List<Route>> table : tables.entrySet()) {
      byKey.put(key(table.getKey(), names), List.copyOf(table.getValue()));
    }
    tables = Collections.unmodifiableMap(byKey);
    sysctls = Map.copyOf(sysctls);
  }

  /** A kernel of which nothing is known. */
  public static KernelState unknown() {
    return new KernelState(List.of(), false, Optional.empty(), Map.of(), false, Map.of(), Map.of());
  }

  /** What the captures of a host's state say of its kernel. */
  public static KernelState captured(State state) {
    Map<String, Long> names = new HashMap<>();
    for (RtTables file : state.facts(RtTables.class)) {
      for (RtTables.Entry entry : file.entries()) {
        names.putIfAbsent(entry.name(), entry.id());
      }
    }
    names.putAll(BUILT_IN);
    List<Interfaces> interfaces = interfaces(state);
    Map<String, List<Route>> tables = new LinkedHashMap<>();
    boolean all = false;
    for (Routes listing : listings(state)) {
      all |= listing.table().isEmpty();
      if (listing.table().isPresent()) {
        tables.put(key(listing.table().get(), names), listing.routes());
      } else {
        Map<String, List<Route>> listed = new LinkedHashMap<>();
        for (Route route : listing.routes()) {
          listed.computeIfAbsent(key(route.table(), names), k -> new ArrayList<>()).add(route);
        }
        tables.putAll(listed);
      }
    }
    return new KernelState(
        merged(interfaces),
        interfaces.stream().anyMatch(Interfaces::complete),
        state.facts(IpRules.class).stream()
            .filter(IpRules::complete)
            .reduce((first, last) -> last)
            .map(IpRules::rules),
        tables,
        all,
        names,
        Map.of());
  }

  /** {@code ip addr} says more than ifconfig; a listing of all interfaces more than one of some. */
  private static List<Interfaces> interfaces(State state) {
    List<Interfaces> all = state.facts(Interfaces.class);
    Optional<Interfaces> complete =
        Stream.concat(
                all.stream().filter(facts -> facts.capture().kind() != CaptureKind.IP_ADDR),
                all.stream().filter(facts -> facts.capture().kind() == CaptureKind.IP_ADDR))
            .filter(Interfaces::complete)
            .reduce((first, last) -> last);
    return complete.map(List::of).orElse(all);
  }

  private static List<NetInterface> merged(List<Interfaces> listings) {
    Map<String, NetInterface> byName = new LinkedHashMap<>();
    for (Interfaces listing : listings) {
      for (NetInterface device : listing.interfaces()) {
        byName.put(device.name(), device);
      }
    }
    return List.copyOf(byName.values());
  }

  /** Listings of whole tables, those that say less first. */
  private static List<Routes> listings(State state) {
    return state.facts(Routes.class).stream()
        .filter(Routes::complete)
        .sorted(
            Comparator.comparing(
                listing -> listing.capture().kind() == CaptureKind.ROUTE_N ? 0 : 1))
        .toList();
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

  /** The routes of a table, by name or number; empty when it is not known as a whole. */
  public Optional<List<Route>> table(String table) {
    List<Route> routes = tables.get(key(table));
    return routes == null && allTables ? Optional.of(List.of()) : Optional.ofNullable(routes);
  }

  /**
   * The routes that make AnyIP ranges local; empty when table local is not known, for addresses
   * alone don't tell.
   */
  public Optional<List<Route>> anyip() {
    return table("local").map(routes -> routes.stream().filter(Route::isAnyip).toList());
  }

  /** The same kernel before anyip-routes has added anything, as at boot. */
  public KernelState withoutAnyip() {
    Map<String, List<Route>> kept = new LinkedHashMap<>(tables);
    kept.computeIfPresent(
        key("local"), (key, routes) -> routes.stream().filter(route -> !route.isAnyip()).toList());
    return new KernelState(interfaces, interfacesComplete, rules, kept, allTables, names, sysctls);
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
