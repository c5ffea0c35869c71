package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Lab;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All claims of a lab, from the last state of each host, in order of host, file and position. */
public final class Claims {
  private final List<Claim> all;
  private final RangeIndex index;
  private final Map<Claim.Use, List<Claim>> byUse = new EnumMap<>(Claim.Use.class);

  Claims(List<Claim> all) {
    this.all = List.copyOf(all);
    this.index = index(this.all);
    for (Claim claim : this.all) {
      byUse.computeIfAbsent(claim.use(), use -> new ArrayList<>()).add(claim);
    }
  }

  private static RangeIndex index(List<Claim> claims) {
    return new RangeIndex(claims.stream().map(Claim::range).toList());
  }

  public static Claims of(Lab lab) {
    return new Claims(
        lab.hosts().stream().flatMap(host -> ClaimReader.read(host).stream()).toList());
  }

  public List<Claim> all() {
    return all;
  }

  /** The claims of this use. */
  public Stream<Claim> of(Claim.Use use) {
    return byUse.getOrDefault(use, List.of()).stream();
  }

  /**
   * Every pair of a claim of {@code one} and a claim of {@code other} that share an address; with
   * the same use twice, every unordered pair once. In the table's order, first by the claim of
   * {@code one}. No slower than n log n, and log n for each pair.
   */
  public List<Overlap> overlaps(Claim.Use one, Claim.Use other) {
    List<Claim> ones = of(one).toList();
    List<Claim> others = of(other).toList();
    RangeIndex partners = index(others);
    List<Overlap> pairs = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      Claim claim = ones.get(i);
      for (int j : partners.overlapping(claim.range())) {
        if (one != other || i < j) {
          Claim partner = others.get(j);
          pairs.add(new Overlap(claim, partner, shared(claim.range(), partner.range())));
        }
      }
    }
    return pairs;
  }

  private static AddressRange shared(AddressRange a, AddressRange b) {
    return new AddressRange(
        a.first().compareTo(b.first()) >= 0 ? a.first() : b.first(),
        a.last().compareTo(b.last()) <= 0 ? a.last() : b.last());
  }

  /** The claims that share an address with this range. */
  public List<Claim> overlapping(AddressRange range) {
    return IntStream.of(index.overlapping(range)).mapToObj(all::get).toList();
  }

  /** The claims that hold this address. */
  public List<Claim> holding(IPAddress address) {
    return overlapping(AddressRange.of(address.withoutPrefixLength()));
  }

  /** Whether a VIP range or a bind of this host holds the address. */
  public boolean serves(String host, IPAddress vip) {
    return holding(vip).stream()
        .anyMatch(
            claim ->
                claim.host().equals(host)
                    && (claim.use() == Claim.Use.VIP_RANGE || claim.use() == Claim.Use.VIP));
  }
}
