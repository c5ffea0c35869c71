package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Lab;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All claims of a lab, from the last state of each host and then from its plans, in order of host,
 * file and position. Read when the first question comes; may be asked from several threads.
 */
public final class Claims {
  private final Supplier<List<Claim>> read;
  private @Nullable Table table;

  private Claims(Supplier<List<Claim>> read) {
    this.read = read;
  }

  /** These, in their order. */
  public static Claims of(List<Claim> all) {
    List<Claim> kept = List.copyOf(all);
    return new Claims(() -> kept);
  }

  public static Claims of(Lab lab) {
    return new Claims(
        () ->
            Stream.concat(
                    lab.hosts().stream().flatMap(host -> ClaimReader.read(host).stream()),
                    ClaimReader.read(lab.plans()).stream())
                .toList());
  }

  private synchronized Table table() {
    if (table == null) {
      table = new Table(read.get());
    }
    return table;
  }

  /** The claims, and ways to find them. */
  private static final class Table {
    private final List<Claim> all;
    private final Map<Claim.Use, List<Claim>> byUse = new EnumMap<>(Claim.Use.class);
    private final Map<Claim.Use, RangeIndex> indexByUse = new EnumMap<>(Claim.Use.class);
    private @Nullable RangeIndex index;

    Table(List<Claim> all) {
      this.all = all;
      for (Claim claim : all) {
        byUse.computeIfAbsent(claim.use(), use -> new ArrayList<>()).add(claim);
      }
    }

    synchronized RangeIndex index(Claim.Use use) {
      return indexByUse.computeIfAbsent(
          use,
          key ->
              new RangeIndex(
                  byUse.getOrDefault(key, List.of()).stream().map(Claim::range).toList()));
    }

    synchronized RangeIndex index() {
      if (index == null) {
        index = new RangeIndex(all.stream().map(Claim::range).toList());
      }
      return index;
    }
  }

  public List<Claim> all() {
    return table().all;
  }

  /** The claims of this use. */
  public Stream<Claim> of(Claim.Use use) {
    return table().byUse.getOrDefault(use, List.of()).stream();
  }

  /** The claims that share an address with this range. */
  public List<Claim> overlapping(AddressRange range) {
    return IntStream.of(table().index().overlapping(range)).mapToObj(all()::get).toList();
  }

  /**
   * Claims of one use that share an address with this range.
   *
   * @param most how many are enough, for a range may hold very many
   */
  public List<Claim> overlapping(AddressRange range, Claim.Use use, int most) {
    List<Claim> claims = table().byUse.getOrDefault(use, List.of());
    return IntStream.of(table().index(use).overlapping(range, most)).mapToObj(claims::get).toList();
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
