package io.github.viplint.twin.kernel;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.KernelSettings;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a {@link KernelState} together from what was captured of a host's state. */
final class CapturedKernel {
  private final State state;

  private CapturedKernel(State state) {
    this.state = state;
  }

  static KernelState of(State state) {
    return new CapturedKernel(state).kernel();
  }

  private KernelState kernel() {
    List<Interfaces> interfaces = interfaces();
    return new KernelState(
        merged(interfaces),
        interfaces.stream().anyMatch(Interfaces::complete),
        fib(IPVersion.IPV4),
        fib(IPVersion.IPV6),
        names(),
        settings());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    for (KernelSettings listing : state.facts(KernelSettings.class)) {
      for (KernelSettings.Setting setting : listing.settings()) {
        settings.put(setting.name(), setting.value());
      }
    }
    return settings;
  }

  private Map<String, Long> names() {
    Map<String, Long> names = new HashMap<>();
    for (RtTables file : state.facts(RtTables.class)) {
      for (RtTables.Entry entry : file.entries()) {
        names.putIfAbsent(entry.name(), entry.id());
      }
    }
    return names;
  }

  /** {@code ip addr} says more than ifconfig; a listing of all interfaces more than one of some. */
  private List<Interfaces> interfaces() {
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

  private Fib fib(IPVersion version) {
    Optional<List<PolicyRule>> rules =
        state.facts(IpRules.class).stream()
            .filter(listing -> listing.complete() && listing.version() == version)
            .reduce((first, last) -> last)
            .map(IpRules::rules);
    Map<String, List<Route>> tables = new LinkedHashMap<>();
    boolean all = false;
    for (Routes listing : listings(version)) {
      all |= listing.table().isEmpty();
      Map<String, List<Route>> listed = new LinkedHashMap<>();
      listing.table().ifPresent(table -> listed.put(table, new ArrayList<>()));
      for (Route route : listing.routes()) {
        if (route.destination().address().getIPVersion() == version) {
          listed
              .computeIfAbsent(listing.table().orElse(route.table()), table -> new ArrayList<>())
              .add(route);
        }
      }
      tables.putAll(listed);
    }
    return new Fib(rules, tables, all);
  }

  /** Listings of whole tables, those that say less first. */
  private List<Routes> listings(IPVersion version) {
    return state.facts(Routes.class).stream()
        .filter(listing -> listing.complete() && listing.tellsOf(version))
        .sorted(
            Comparator.comparing(
                listing -> listing.capture().kind() == CaptureKind.ROUTE_N ? 0 : 1))
        .toList();
  }
}
