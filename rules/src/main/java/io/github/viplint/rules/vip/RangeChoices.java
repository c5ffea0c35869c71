package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What could stand in place of a VIP range that holds addresses of others. Whatever is offered
 * misses every address that is known, not only those that gave the offence.
 *
 * @param lab whose claims say what is known
 */
final class RangeChoices {
  private static final Set<Use> TAKEN =
      EnumSet.of(
          Use.GATEWAY,
          Use.NAME_SERVER,
          Use.TIME_SERVER,
          Use.DATAPLANE,
          Use.VCENTER,
          Use.INTERFACE_ADDRESS,
          Use.BACKEND_SERVER);

  private static final Set<Use> ALL_BUT_NETWORKS = EnumSet.complementOf(EnumSet.of(Use.NETWORK));

  /** Of so many ranges the choices are worked out; who has more plans anew. */
  private static final int MOST_RANGES = 32;

  private static final int MOST_LINES = 32;

  /** Where so many addresses are taken, no part of the range is offered. */
  private static final int MOST_TAKEN = 20;

  /** So many places for a block of the same size are looked at. */
  private static final int MOST_PLACES = 1024;

  private final LabView lab;
  private final HostView host;

  /** Of one range many addresses may be taken, and each is a finding. */
  private final Map<Cidr, List<List<Cidr>>> known = new HashMap<>();

  private final Map<Span, List<String>> restarts = new HashMap<>();

  RangeChoices(LabView lab, HostView host) {
    this.lab = lab;
    this.host = host;
  }

  HostView host() {
    return host;
  }

  /** What to do after this line became another one. */
  List<String> restartWithout(AnyipRoutes.Line line) {
    return restarts.computeIfAbsent(line.span(), key -> AnyipService.restartWithout(host, line));
  }

  /** The free parts of a range, in order of address. */
  FreeBlocks free(Cidr range, Collection<IPAddress> taken) {
    Set<IPAddress> all = new LinkedHashSet<>(taken);
    for (Use use : TAKEN) {
      lab.claims()
          .overlapping(range.range(), use, MOST_TAKEN)
          .forEach(claim -> all.add(claim.range().first()));
    }
    for (Claim claim : lab.claims().overlapping(range.range(), Use.NETWORK, MOST_TAKEN)) {
      if (isWholeNetwork(claim, range)) {
        all.add(claim.range().first());
        all.add(claim.range().last());
      }
    }
    return FreeBlocks.of(range, all);
  }

  private boolean isWholeNetwork(Claim claim, Cidr range) {
    return claim.host().equals(host.name()) && range.range().contains(claim.range());
  }

  /**
   * In order of preference, each a line or several: the largest free part, all free parts, a block
   * as large elsewhere in the network. A part comes first, for VIPs of it may be in use.
   */
  List<List<Cidr>> of(Cidr range, Collection<IPAddress> taken) {
    boolean enough = known.size() >= MOST_RANGES && !known.containsKey(range);
    return enough ? List.of() : known.computeIfAbsent(range, key -> choose(key, taken));
  }

  private List<List<Cidr>> choose(Cidr range, Collection<IPAddress> taken) {
    List<Cidr> parts = free(range, taken).blocks();
    List<List<Cidr>> choices = new ArrayList<>();
    parts.stream()
        .min(Comparator.comparingInt(Cidr::prefixLength))
        .ifPresent(largest -> choices.add(List.of(largest)));
    if (parts.size() > 1 && parts.size() <= MOST_LINES) {
      choices.add(parts);
    }
    asLarge(range).ifPresent(block -> choices.add(List.of(block)));
    return choices;
  }

  /** The nearest free block of the range's size in the network that the range lies in. */
  Optional<Cidr> asLarge(Cidr range) {
    return range.address().isIPv4()
        ? lab.claims()
            .of(Use.NETWORK)
            .filter(claim -> claim.host().equals(host.name()))
            .map(Claim::range)
            .filter(network -> network.contains(range.range().first()))
            .findFirst()
            .flatMap(network -> asLarge(range.network(), network))
        : Optional.empty();
  }

  private Optional<Cidr> asLarge(Cidr range, AddressRange network) {
    long size = 1L << (32 - range.prefixLength());
    return IntStream.rangeClosed(1, MOST_PLACES)
        .boxed()
        .flatMap(step -> List.of(step * size, -step * size).stream())
        .filter(
            distance ->
                network.contains(range.range().first().increment(distance))
                    && network.contains(range.range().last().increment(distance)))
        .map(distance -> new Cidr(range.address().increment(distance), range.prefixLength()))
        .filter(block -> isFree(block.range(), network))
        .findFirst();
  }

  private boolean isFree(AddressRange block, AddressRange network) {
    return !block.contains(network.first())
        && !block.contains(network.last())
        && ALL_BUT_NETWORKS.stream()
            .allMatch(use -> lab.claims().overlapping(block, use, 1).isEmpty());
  }
}
