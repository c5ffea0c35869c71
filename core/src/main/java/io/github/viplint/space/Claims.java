package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Lab;
import java.util.List;
import java.util.stream.Stream;

/** All claims of a lab, from the last state of each host, in order of host, file and position. */
public final class Claims {
  private final List<Claim> all;

  private Claims(List<Claim> all) {
    this.all = List.copyOf(all);
  }

  public static Claims of(Lab lab) {
    throw new UnsupportedOperationException();
  }

  public List<Claim> all() {
    return all;
  }

  /** The claims of this use. */
  public Stream<Claim> of(Claim.Use use) {
    return all.stream().filter(claim -> claim.use() == use);
  }

  /**
   * Every pair of a claim of {@code one} and a claim of {@code other} that share an address; with
   * the same use twice, every unordered pair once. O(n log n + pairs).
   */
  public List<Overlap> overlaps(Claim.Use one, Claim.Use other) {
    throw new UnsupportedOperationException();
  }

  /** The claims that hold this address. */
  public List<Claim> holding(IPAddress address) {
    throw new UnsupportedOperationException();
  }

  /** Whether a VIP range or a bind of this host holds the address. */
  public boolean serves(String host, IPAddress vip) {
    throw new UnsupportedOperationException();
  }
}
