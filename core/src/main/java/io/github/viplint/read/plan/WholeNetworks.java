package io.github.viplint.read.plan;

import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import java.util.List;

/**
 * People write {@code Workload IP range | 10.0.0.0/24} and mean the network: a range in CIDR form
 * that holds its own gateway, or is its whole network, is the network itself.
 */
record WholeNetworks(List<Planned> entries) {

  List<Planned> named() {
    return entries.stream().map(one -> isWhole(one) ? asNetwork(one) : one).toList();
  }

  private boolean isWhole(Planned range) {
    return range.item() == Item.NODE_RANGE
        && range.cidr().isPresent()
        && entries.stream()
            .filter(one -> one.network() == range.network() && one.group().equals(range.group()))
            .anyMatch(one -> isOrHolds(range.range(), one));
  }

  private static boolean isOrHolds(AddressRange range, Planned one) {
    return switch (one.item()) {
      case GATEWAY -> range.contains(one.range());
      case NETWORK -> range.equals(one.range());
      default -> false;
    };
  }

  private static Planned asNetwork(Planned one) {
    return new Planned(
        Item.NETWORK, one.network(), one.group(), one.range(), one.cidr(), one.port(), one.span());
  }
}
