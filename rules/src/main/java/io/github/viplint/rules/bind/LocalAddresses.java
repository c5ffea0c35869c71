package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.twin.anyip.AnyipBoot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses an appliance can bind: its VIP ranges and the addresses of its interfaces, as far
 * as captured.
 *
 * @param ranges IPv4 only: the kernel lets nobody bind what only an IPv6 AnyIP route makes local
 * @param joined the same ranges, joined where they overlap: the last address by the first
 */
record LocalAddresses(
    List<AddressRange> ranges,
    NavigableMap<IPAddress, IPAddress> joined,
    Set<IPAddress> own,
    boolean ownKnown) {
  private static final int MOST_NAMED = 6;

  enum Verdict {
    LOCAL,
    NOT_LOCAL,
    /** In no range; whether an interface has it was not captured. */
    PERHAPS
  }

  /**
   * Empty when neither the file of ranges nor table local was captured, or templates hide ranges.
   */
  static Optional<LocalAddresses> of(HostView host) {
    Optional<List<Route>> active = host.kernel().anyip();
    Optional<AnyipBoot> boot = host.anyipBoot();
    boolean open = host.fact(AnyipRoutes.class).filter(AnyipRoutes::hasTemplates).isPresent();
    if (open || active.isEmpty() && boot.isEmpty()) {
      return Optional.empty();
    }
    // What is active now can be bound now; what the file holds can be bound after the next boot.
    List<AddressRange> ranges =
        Stream.concat(
                active.stream().flatMap(List::stream).map(Route::destination),
                boot.stream().flatMap(predicted -> predicted.active().stream()))
            .filter(range -> range.address().isIPv4())
            .map(Cidr::range)
            .distinct()
            .toList();
    return Optional.of(
        new LocalAddresses(ranges, join(ranges), own(host), host.kernel().interfacesComplete()));
  }

  private static NavigableMap<IPAddress, IPAddress> join(List<AddressRange> ranges) {
    NavigableMap<IPAddress, IPAddress> joined = new TreeMap<>();
    for (AddressRange range :
        ranges.stream().sorted(Comparator.comparing(AddressRange::first)).toList()) {
      Map.Entry<IPAddress, IPAddress> before = joined.floorEntry(range.first());
      if (before == null || before.getValue().compareTo(range.first()) < 0) {
        joined.put(range.first(), range.last());
      } else if (before.getValue().compareTo(range.last()) < 0) {
        joined.put(before.getKey(), range.last());
      }
    }
    return joined;
  }

  private static Set<IPAddress> own(HostView host) {
    Set<IPAddress> own = new HashSet<>();
    for (NetInterface device : host.kernel().interfaces()) {
      device.addresses().forEach(address -> own.add(address.cidr().address()));
    }
    host.facts(RouteTables.class).stream()
        .flatMap(file -> file.entries().stream())
        .forEach(entry -> entry.address().ifPresent(cidr -> own.add(cidr.address())));
    return own;
  }

  Verdict of(IPAddress address) {
    if (own.contains(address) || isInRange(address)) {
      return Verdict.LOCAL;
    }
    return ownKnown ? Verdict.NOT_LOCAL : Verdict.PERHAPS;
  }

  private boolean isInRange(IPAddress address) {
    Map.Entry<IPAddress, IPAddress> range = address.isIPv4() ? joined.floorEntry(address) : null;
    return range != null && address.compareTo(range.getValue()) <= 0;
  }

  /** One sentence on what is local. */
  String described() {
    if (ranges.isEmpty()) {
      return "no VIP range is active";
    }
    String named =
        ranges.stream()
            .limit(MOST_NAMED)
            .map(AddressRange::toString)
            .collect(Collectors.joining(", "));
    int more = ranges.size() - MOST_NAMED;
    return "the active VIP ranges are " + named + (more > 0 ? " and " + more + " more" : "");
  }
}
