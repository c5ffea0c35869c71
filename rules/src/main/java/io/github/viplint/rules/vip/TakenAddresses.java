package io.github.viplint.rules.vip;

import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What must not lie in a VIP range of an appliance, as far as it is known: the gateways of the lab,
 * the appliance's own addresses, its networks as a whole.
 */
final class TakenAddresses {
  /** More than anybody needs to see that a range will not do. */
  private static final int MOST = 20;

  private final NavigableMap<AddressRange, Claim> addresses = new TreeMap<>(AddressRange.BY_FIRST);
  private final NavigableMap<AddressRange, Claim> networks = new TreeMap<>(AddressRange.BY_FIRST);

  TakenAddresses(LabView lab, HostView host) {
    this(lab, claim -> isPlanned(claim) || claim.host().equals(host.name()));
  }

  /** As far as plans tell. */
  static TakenAddresses planned(LabView lab) {
    return new TakenAddresses(lab, TakenAddresses::isPlanned);
  }

  /** Of interfaces a plan knows the appliance's only. */
  private static boolean isPlanned(Claim claim) {
    return claim.said() == Claim.Said.PLANNED;
  }

  private TakenAddresses(LabView lab, Predicate<Claim> own) {
    lab.claims().of(Use.GATEWAY).forEach(claim -> addresses.putIfAbsent(claim.range(), claim));
    lab.claims()
        .of(Use.INTERFACE_ADDRESS)
        .filter(own)
        .forEach(claim -> addresses.putIfAbsent(claim.range(), claim));
    lab.claims()
        .of(Use.NETWORK)
        .filter(own)
        .filter(claim -> !claim.range().isSingle())
        .forEach(
            claim ->
                networks.merge(
                    claim.range(),
                    claim,
                    (one, other) -> one.range().contains(other.range()) ? other : one));
  }

  /** Whether no address is known, so that nothing can be concluded. */
  boolean isUnknown() {
    return addresses.isEmpty();
  }

  /** The gateways and own addresses in {@code range}; of very many, the first. */
  List<Claim> in(AddressRange range) {
    return beginningIn(range, addresses).limit(MOST).toList();
  }

  /** A network that lies in {@code range} altogether. */
  Optional<Claim> wholeNetworkIn(AddressRange range) {
    return beginningIn(range, networks).filter(claim -> range.contains(claim.range())).findFirst();
  }

  private static Stream<Claim> beginningIn(
      AddressRange range, NavigableMap<AddressRange, Claim> claims) {
    return claims.subMap(range, true, AddressRange.of(range.last()), true).values().stream();
  }
}
