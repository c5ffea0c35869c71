package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Cidr;
import io.github.viplint.space.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subnet of a range with host bits, and what speaks against putting it in the range's place.
 *
 * @param network host bits cleared
 * @param swallowed gateways and addresses of the appliance that lie in it
 * @param wholeNetwork an interface's subnet that it takes in altogether
 * @param compared whether any address was captured that it could be compared with
 */
record MaskedDown(
    Cidr network, List<Claim> swallowed, Optional<Claim> wholeNetwork, boolean compared) {
  /** A larger block is hardly what somebody meant by an address and a length. */
  private static final int SHORTEST_PREFIX = 16;

  MaskedDown {
    swallowed = List.copyOf(swallowed);
  }

  static MaskedDown of(Cidr range, TakenAddresses taken) {
    Cidr network = range.network();
    return new MaskedDown(
        network,
        taken.in(network.range()),
        taken.wholeNetworkIn(network.range()),
        !taken.isUnknown());
  }

  /** Whether it can stand in the range's place without a second thought. */
  boolean isHarmless() {
    return swallowed.isEmpty()
        && wholeNetwork.isEmpty()
        && network.prefixLength() >= SHORTEST_PREFIX;
  }

  /** Why it can't. */
  String objection() {
    List<String> in = new ArrayList<>();
    wholeNetwork.ifPresent(claim -> in.add("the whole " + claim.label()));
    swallowed.stream()
        .limit(3)
        .forEach(claim -> in.add(claim.range() + " (" + claim.label() + ")"));
    return in.isEmpty()
        ? network + " is far more than a range of VIPs"
        : network + " would take in " + String.join(", ", in);
  }

  /** What a part of it must not hold: gateways, the appliance's addresses, a network's ends. */
  List<IPAddress> taken() {
    List<IPAddress> taken = new ArrayList<>();
    swallowed.forEach(claim -> taken.add(claim.range().first()));
    wholeNetwork.ifPresent(
        claim -> {
          taken.add(claim.range().first());
          taken.add(claim.range().last());
        });
    return taken;
  }
}
