package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.twin.AnyipBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses an appliance can bind: its VIP ranges and the addresses of its interfaces, as far
 * as captured.
 */
record LocalAddresses(List<AddressRange> ranges, List<IPAddress> own, boolean ownKnown) {

  enum Verdict {
    LOCAL,
    NOT_LOCAL,
    /** In no range; whether an interface has it was not captured. */
    PERHAPS
  }

  /** Empty when neither the file of ranges nor table local was captured. */
  static Optional<LocalAddresses> of(HostView host) {
    List<AddressRange> ranges = new ArrayList<>();
    Optional<List<Cidr>> active =
        host.kernel().anyip().map(routes -> routes.stream().map(Route::destination).toList());
    Optional<AnyipBoot> boot = host.anyipBoot();
    if (active.isEmpty() && boot.isEmpty()) {
      return Optional.empty();
    }
    // What is active now can be bound now; what the file holds can be bound after the next boot.
    active.ifPresent(list -> list.forEach(range -> ranges.add(range.range())));
    boot.ifPresent(predicted -> predicted.active().forEach(range -> ranges.add(range.range())));
    List<IPAddress> own = new ArrayList<>();
    host.kernel()
        .interfaces()
        .forEach(
            device ->
                device.addresses().stream()
                    .map(NetInterface.Address::cidr)
                    .map(Cidr::address)
                    .forEach(own::add));
    host.fact(RouteTables.class)
        .ifPresent(
            file ->
                file.entries()
                    .forEach(entry -> entry.address().ifPresent(cidr -> own.add(cidr.address()))));
    return Optional.of(
        new LocalAddresses(
            List.copyOf(ranges), List.copyOf(own), host.kernel().interfacesComplete()));
  }

  Verdict of(IPAddress address) {
    if (own.contains(address) || ranges.stream().anyMatch(range -> range.contains(address))) {
      return Verdict.LOCAL;
    }
    return ownKnown ? Verdict.NOT_LOCAL : Verdict.PERHAPS;
  }

  /** One sentence on what is local. */
  String described() {
    return ranges.isEmpty()
        ? "no VIP range is active"
        : "the active VIP ranges are "
            + String.join(", ", ranges.stream().map(AddressRange::toString).toList());
  }
}
