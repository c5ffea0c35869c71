package io.github.viplint.rules.vip;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import io.github.viplint.space.Overlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
   * and position.
   *
   * @param counts which claims of these uses count
   */
  static List<VipRangeContents> of(
      LabView lab, HostView host, Predicate<Claim> counts, Use... uses) {
    Map<Claim, VipRangeContents> ranges = ranges(lab, host);
    for (Use use : uses) {
      for (Overlap overlap : lab.claims().overlaps(Use.VIP_RANGE, use)) {
        VipRangeContents range = ranges.get(overlap.one());
        if (range != null && counts.test(overlap.other())) {
          range
              .uses
              .computeIfAbsent(overlap.other().range(), key -> new ArrayList<>())
              .add(overlap.other());
        }
      }
    }
    return ranges.values().stream().filter(range -> !range.uses.isEmpty()).toList();
  }

  /**
   * The ranges of the host by the claim to speak of. One with host bits is left to VL101: the
   * kernel refuses it, so it takes nothing from anybody.
   */
  private static Map<Claim, VipRangeContents> ranges(LabView lab, HostView host) {
    Map<Span, AnyipRoutes.Line> lines = new HashMap<>();
    host.fact(AnyipRoutes.class)
        .ifPresent(file -> file.entries().forEach(line -> lines.put(line.span(), line)));
    Map<AddressRange, Claim> claims = new LinkedHashMap<>();
    lab.claims()
        .of(Use.VIP_RANGE)
        .filter(claim -> claim.host().equals(host.name()))
        .filter(claim -> !isRefused(lines.get(claim.span())))
        // the file says more than the kernel's table: it can be mended
        .forEach(
            claim -> claims.merge(claim.range(), claim, (a, b) -> a.said() == Said.ACTIVE ? b : a));
    Map<Claim, VipRangeContents> ranges = new LinkedHashMap<>();
    for (Claim claim : claims.values()) {
      ranges.put(
          claim,
          new VipRangeContents(
              claim, Optional.ofNullable(lines.get(claim.span())), new LinkedHashMap<>()));
    }
    return ranges;
  }

  private static boolean isRefused(AnyipRoutes.@Nullable Line line) {
    return line != null
        && line.range().filter(cidr -> cidr.address().isIPv4() && cidr.hasHostBits()).isPresent();
  }
}
