package io.github.viplint.rules.plan;

import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody else's address or range that a planned range must not share.
 *
 * @param range the other side
 * @param claims all who say so, at least one
 */
record Collision(AddressRange range, List<Claim> claims) {

  /** The claims of these uses, each range once. */
  static List<Collision> among(List<Claim> around, Set<Use> uses) {
    Map<AddressRange, List<Claim>> byRange = new LinkedHashMap<>();
    for (Claim claim : around) {
      if (uses.contains(claim.use())) {
        byRange.computeIfAbsent(claim.range(), key -> new ArrayList<>()).add(claim);
      }
    }
    return byRange.entrySet().stream()
        .map(entry -> new Collision(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** {@code 10.0.0.1, the gateway and name server of management}. */
  String named() {
    String labels =
        claims.stream()
            .map(claim -> "the " + claim.label())
            .distinct()
            .limit(3)
            .collect(Collectors.joining(" and "));
    return range + ", " + labels + ",";
  }

  /** How the two sides lie, for a sentence. */
  String lies(AddressRange space) {
    if (space.equals(range)) {
      return "is the same as";
    }
    return space.contains(range) ? "lies in" : range.contains(space) ? "holds" : "overlaps";
  }
}
