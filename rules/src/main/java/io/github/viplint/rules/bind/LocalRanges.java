package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.space.RangeIndex;
import io.github.viplint.twin.anyip.AnyipBoot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The VIP ranges of an appliance, as far as captured: what is active now can be bound now, and what
 * the file holds can be bound after the next boot.
 *
 * @param active those of table local, where that was captured
 * @param all those that the file makes local as well
 */
record LocalRanges(Optional<RangeIndex> active, List<AddressRange> all) {
  private static final int MOST_NAMED = 6;

  /**
   * Empty when neither the file of ranges nor table local was captured, or templates hide ranges.
   */
  static Optional<LocalRanges> of(HostView host) {
    Optional<List<AddressRange>> active =
        host.kernel().anyip().map(routes -> ipv4(routes.stream().map(Route::destination)));
    Optional<AnyipBoot> boot = host.anyipBoot();
    boolean open = host.fact(AnyipRoutes.class).filter(AnyipRoutes::hasTemplates).isPresent();
    if (open || active.isEmpty() && boot.isEmpty()) {
      return Optional.empty();
    }
    List<AddressRange> all =
        Stream.concat(
                active.stream().flatMap(List::stream),
                boot.stream().flatMap(predicted -> ipv4(predicted.active().stream()).stream()))
            .distinct()
            .toList();
    return Optional.of(new LocalRanges(active.map(RangeIndex::new), all));
  }

  /** The kernel lets nobody bind what only an IPv6 AnyIP route makes local. */
  private static List<AddressRange> ipv4(Stream<Cidr> ranges) {
    return ranges.filter(range -> range.address().isIPv4()).map(Cidr::range).toList();
  }

  /** Whether table local was captured. */
  boolean activeIsKnown() {
    return active.isPresent();
  }

  /** Whether it can be bound now, whatever the next boot brings. */
  boolean isActive(IPAddress address) {
    return active.filter(now -> now.overlapping(AddressRange.of(address)).length > 0).isPresent();
  }

  /** One sentence on what is local. */
  String described() {
    if (all.isEmpty()) {
      return "no VIP range is active";
    }
    String named =
        all.stream()
            .limit(MOST_NAMED)
            .map(AddressRange::toString)
            .collect(Collectors.joining(", "));
    int more = all.size() - MOST_NAMED;
    return "the active VIP ranges are " + named + (more > 0 ? " and " + more + " more" : "");
  }
}
