package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The listeners of a haproxy.cfg that share a port of an address. SO_REUSEPORT, which haproxy sets,
 * lets them.
 */
final class SharedPorts {
  /** What makes the same address and port on purpose: another process, device or namespace. */
  private static final Set<String> APART = Set.of("process", "thread", "namespace", "shards");

  /** Two listeners, as they stand in the file. */
  record Pair(Bind earlier, Bind later, int port) {
    static Pair of(Bind one, Bind other) {
      boolean inOrder = one.span().start() <= other.span().start();
      return new Pair(
          inOrder ? one : other,
          inOrder ? other : one,
          Math.max(one.firstPort(), other.firstPort()));
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  private SharedPorts() {}

  /** Each listener with the nearest one that it shares a port with, in the order written. */
  static List<Pair> in(HaproxyCfg cfg) {
    Set<String> parted =
        cfg.sections("frontend", "listen", "defaults")
            .filter(section -> section.has("bind-process"))
            .map(section -> section.kind().equals("defaults") ? "" : section.name())
            .collect(Collectors.toSet());
    Map<AddressRange, List<Bind>> byAddress = new LinkedHashMap<>();
    for (Bind bind : cfg.binds()) {
      Optional<IPAddress> address = bind.address();
      if (bind.firstPort() > 0
          && address.isPresent()
          && !parted.contains("")
          && !parted.contains(bind.proxy())
          && !isApart(bind)) {
        byAddress
            .computeIfAbsent(AddressRange.of(address.get()), key -> new ArrayList<>(1))
            .add(bind);
      }
    }
    SharedPorts shared = new SharedPorts();
    byAddress.values().forEach(shared::sameAddress);
    byAddress.forEach(
        (address, binds) -> {
          if (address.first().isAnyLocal()) {
            shared.wildcard(address.first(), binds, byAddress);
          }
        });
    shared.pairs.sort(Comparator.comparingInt(pair -> pair.later().span().start()));
    return shared.pairs;
  }

  private static boolean isApart(Bind bind) {
    String prefix = bind.where().prefix();
    if (prefix.startsWith("quic") || prefix.startsWith("udp") || bind.device().isPresent()) {
      return true;
    }
    for (int i = 1; i < bind.directive().size(); i++) {
      if (APART.contains(bind.directive().word(i))) {
        return true;
      }
    }
    return false;
  }

  private void sameAddress(List<Bind> binds) {
    if (binds.size() == 1) {
      return;
    }
    List<Bind> byPort =
        binds.stream()
            .sorted(
                Comparator.comparingInt(Bind::firstPort)
                    .thenComparingInt(bind -> bind.span().start()))
            .toList();
    Bind furthest = byPort.get(0);
    for (Bind bind : byPort.subList(1, byPort.size())) {
      if (bind.firstPort() <= furthest.lastPort()) {
        pairs.add(Pair.of(furthest, bind));
      }
      furthest = bind.lastPort() > furthest.lastPort() ? bind : furthest;
    }
  }

  private void wildcard(
      IPAddress any, List<Bind> wildcards, Map<AddressRange, List<Bind>> byAddress) {
    TreeMap<Integer, Bind> byPort = new TreeMap<>();
    wildcards.forEach(bind -> byPort.putIfAbsent(bind.firstPort(), bind));
    byAddress.forEach(
        (address, binds) -> {
          if (!address.first().isAnyLocal() && address.first().isIPv4() == any.isIPv4()) {
            binds.forEach(
                bind -> covering(byPort, bind).ifPresent(w -> pairs.add(Pair.of(w, bind))));
          }
        });
  }

  private static Optional<Bind> covering(TreeMap<Integer, Bind> wildcards, Bind bind) {
    return Optional.ofNullable(wildcards.floorEntry(bind.lastPort()))
        .map(Map.Entry::getValue)
        .filter(wildcard -> wildcard.lastPort() >= bind.firstPort());
  }
}
