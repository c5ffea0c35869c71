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
import org.jspecify.annotations.Nullable;

/**
 * All claims of a lab, from the last state of each host and then from its plans, in order of host,
 * file and position.
 */
public final class Claims {
  private final List<Claim> all;
  private volatile @Nullable RangeIndex index;
  private final Map<Claim.Use, List<Claim>> byUse = new EnumMap<>(Claim.Use.class);

  private Claims(List<Claim> all) {
    this.all = List.copyOf(all);
    for (Claim claim : this.all) {
      byUse.computeIfAbsent(claim.use(), use -> new ArrayList<>()).add(claim);
    }
  }

  /** Made when somebody asks. */
  private RangeIndex index() {
    RangeIndex known = index;
    if (known == null) {
      known = new RangeIndex(all.stream().map(Claim::range).toList());
      index = known;
    }
    return known;
  }

  /** These, in their order. */
  public static Claims of(List<Claim> all) {
    return new Claims(all);
  }

  public static Claims of(Lab lab) {
    return new Claims(
        Stream.concat(
                lab.hosts().stream().flatMap(host -> ClaimReader.read(host).stream()),
                ClaimReader.read(lab.plans()).stream())
            .toList());
  }

  public List<Claim> all() {
    return all;
  }

  /** The claims of this use. */
  public Stream<Claim> of(Claim.Use use) {
    return byUse.getOrDefault(use, List.of()).stream();
  }

  /** The claims that share an address with this range. */
  public List<Claim> overlapping(AddressRange range) {
    return IntStream.of(index().overlapping(range)).mapToObj(all::get).toList();
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
