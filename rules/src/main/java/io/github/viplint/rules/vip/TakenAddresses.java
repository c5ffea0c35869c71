package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must not lie in a VIP range of an appliance, as far as it is known: the gateways of the lab,
 * the appliance's own addresses, its networks as a whole.
 */
final class TakenAddresses {
  /** More than anybody needs to see that a range will not do. */
  private static final int MOST = 20;

  private final NavigableMap<IPAddress, Claim> addresses = new TreeMap<>();
  private final NavigableMap<IPAddress, Claim> networks = new TreeMap<>();

  TakenAddresses(LabView lab, HostView host) {
    lab.claims()
        .of(Use.GATEWAY)
        .forEach(claim -> addresses.putIfAbsent(claim.range().first(), claim));
    lab.claims()
        .of(Use.INTERFACE_ADDRESS)
        .filter(claim -> claim.host().equals(host.name()))
        .forEach(claim -> addresses.putIfAbsent(claim.range().first(), claim));
    lab.claims()
        .of(Use.NETWORK)
        .filter(claim -> claim.host().equals(host.name()))
        .filter(claim -> !claim.range().first().equals(claim.range().last()))
        .forEach(
            claim ->
                networks.merge(
                    claim.range().first(),
                    claim,
                    (one, other) -> one.range().contains(other.range()) ? other : one));
  }

  /** Whether no address is known, so that nothing can be concluded. */
  boolean isUnknown() {
    return addresses.isEmpty();
  }

  /** The gateways and own addresses in {@code range}; of very many, the first. */
  List<Claim> in(AddressRange range) {
    return addresses.subMap(range.first(), true, range.last(), true).values().stream()
        .limit(MOST)
        .toList();
  }

  /** A network that lies in {@code range} altogether. */
  Optional<Claim> wholeNetworkIn(AddressRange range) {
    return networks.subMap(range.first(), true, range.last(), true).values().stream()
        .filter(claim -> range.contains(claim.range()))
        .findFirst();
  }
}
