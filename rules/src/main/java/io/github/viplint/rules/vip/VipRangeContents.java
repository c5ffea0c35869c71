package io.github.viplint.rules.vip;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import io.github.viplint.space.RangeIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A VIP range of an appliance and who else uses addresses of it.
 *
 * @param range its addresses
 * @param span where it stands; of a range that is both in the file and in table local, in the file
 * @param line the line of anyip-routes.cfg that it is
 * @param uses what is used, each address or range once: all claims to it
 */
record VipRangeContents(
    AddressRange range, Span span, Optional<AnyipRoutes.Line> line, List<List<Claim>> uses) {

  private record Range(AddressRange addresses, Span span, Optional<AnyipRoutes.Line> line) {
    static Range of(AnyipRoutes.Line line) {
      return new Range(line.range().orElseThrow().range(), line.span(), Optional.of(line));
    }

    static Range of(Claim active) {
      return new Range(active.range(), active.span(), Optional.empty());
    }
  }

  /**
   * Every range of {@code host} that shares an address with a claim that counts, in order of file
   * and position. Worked out one after the other, as they are taken: each may hold very many.
   *
   * @param counts which claims of these uses count
   */
  static Stream<VipRangeContents> of(
      LabView lab, HostView host, Predicate<Claim> counts, Use... uses) {
    Map<AddressRange, List<Claim>> used = new LinkedHashMap<>();
    for (Use use : uses) {
      lab.claims()
          .of(use)
          .filter(counts)
          .forEach(
              claim -> used.computeIfAbsent(claim.range(), key -> new ArrayList<>(1)).add(claim));
    }
    if (used.isEmpty()) {
      return Stream.empty();
    }
    List<List<Claim>> distinct = List.copyOf(used.values());
    RangeIndex index = new RangeIndex(List.copyOf(used.keySet()));
    return ranges(lab, host).stream()
        .flatMap(
            range -> {
              int[] inside = index.overlapping(range.addresses());
              return inside.length == 0
                  ? Stream.empty()
                  : Stream.of(
                      new VipRangeContents(
                          range.addresses(),
                          range.span(),
                          range.line(),
                          IntStream.of(inside).mapToObj(distinct::get).toList()));
            });
  }

  /**
   * The ranges of the host, each once: the file says more than the kernel's table, for it can be
   * mended. One with host bits is left to VL101: the kernel refuses it, so it takes nothing from
   * anybody.
   */
  private static List<Range> ranges(LabView lab, HostView host) {
    List<Range> ranges = new ArrayList<>();
    Set<AddressRange> seen = new HashSet<>();
    Stream.concat(
            host.fact(AnyipRoutes.class).stream()
                .flatMap(file -> file.entries().stream())
                .filter(VipRangeContents::isTaken)
                .map(Range::of),
            lab.claims()
                .of(Use.VIP_RANGE)
                .filter(claim -> claim.said() == Said.ACTIVE && claim.host().equals(host.name()))
                .map(Range::of))
        .filter(range -> seen.add(range.addresses()))
        .forEach(ranges::add);
    return ranges;
  }

  private static boolean isTaken(AnyipRoutes.Line line) {
    return line.range().filter(cidr -> cidr.address().isIPv6() || !cidr.hasHostBits()).isPresent();
  }
}
