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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VIP range of an appliance and who else uses addresses of it.
 *
 * @param range the claim to speak of; for a range that is both in the file and in table local, the
 *     file's
 * @param line the line of anyip-routes.cfg that it is
 * @param uses what is used, each address or range once, with all who say so
 */
record VipRangeContents(
    Claim range, Optional<AnyipRoutes.Line> line, Map<AddressRange, List<Claim>> uses) {

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
    List<AddressRange> distinct = List.copyOf(used.keySet());
    RangeIndex index = new RangeIndex(distinct);
    Map<Span, AnyipRoutes.Line> lines = lines(host);
    return ranges(lab, host, lines)
        .map(
            range -> {
              Map<AddressRange, List<Claim>> inside = new LinkedHashMap<>();
              for (int place : index.overlapping(range.range())) {
                inside.put(distinct.get(place), used.get(distinct.get(place)));
              }
              return new VipRangeContents(
                  range, Optional.ofNullable(lines.get(range.span())), inside);
            })
        .filter(range -> !range.uses.isEmpty());
  }

  private static Map<Span, AnyipRoutes.Line> lines(HostView host) {
    Map<Span, AnyipRoutes.Line> lines = new HashMap<>();
    host.fact(AnyipRoutes.class)
        .ifPresent(file -> file.entries().forEach(line -> lines.put(line.span(), line)));
    return lines;
  }

  /**
   * The ranges of the host, each once. One with host bits is left to VL101: the kernel refuses it,
   * so it takes nothing from anybody.
   */
  private static Stream<Claim> ranges(
      LabView lab, HostView host, Map<Span, AnyipRoutes.Line> lines) {
    Map<AddressRange, Claim> claims = new LinkedHashMap<>();
    lab.claims()
        .of(Use.VIP_RANGE)
        .filter(claim -> claim.host().equals(host.name()))
        .filter(claim -> !isRefused(lines.get(claim.span())))
        // the file says more than the kernel's table: it can be mended
        .forEach(
            claim -> claims.merge(claim.range(), claim, (a, b) -> a.said() == Said.ACTIVE ? b : a));
    return claims.values().stream();
  }

  private static boolean isRefused(AnyipRoutes.@Nullable Line line) {
    return line != null
        && line.range().filter(cidr -> cidr.address().isIPv4() && cidr.hasHostBits()).isPresent();
  }
}
