package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the claims that share an address with a range without looking at all: an interval tree,
 * laid out in arrays ordered by first address, where the middle of each stretch is its root. Built
 * in O(n log n), asked in O(log n) for each claim found.
 */
final class ClaimIndex {
  private final Family ipv4;
  private final Family ipv6;

  /**
   * @param claims what is found is given back as places in this list
   */
  ClaimIndex(List<Claim> claims) {
    this.ipv4 = new Family(claims, true);
    this.ipv6 = new Family(claims, false);
  }

  /** The places of the claims that share an address with {@code range}, in rising order. */
  int[] overlapping(AddressRange range) {
    return (range.first().isIPv4() ? ipv4 : ipv6).overlapping(range);
  }

  /** The claims of one family: addresses of two are never compared. */
  private static final class Family {
    private final int[] places;
    private final AddressRange[] ranges;

    /** For each root, the last address of any claim in its stretch. */
    private final IPAddress[] reach;

    Family(List<Claim> claims, boolean isIpv4) {
      this.places =
          IntStream.range(0, claims.size())
              .filter(i -> claims.get(i).range().first().isIPv4() == isIpv4)
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> claims.get(i).range().first()))
              .mapToInt(Integer::intValue)
              .toArray();
      this.ranges =
          IntStream.of(places).mapToObj(i -> claims.get(i).range()).toArray(AddressRange[]::new);
      this.reach = new IPAddress[ranges.length];
      if (ranges.length > 0) {
        fill(0, ranges.length);
      }
    }

    private IPAddress fill(int from, int to) {
      int root = (from + to) >>> 1;
      IPAddress most = ranges[root].last();
      if (from < root) {
        most = later(most, fill(from, root));
      }
      if (root + 1 < to) {
        most = later(most, fill(root + 1, to));
      }
      reach[root] = most;
      return most;
    }

    private static IPAddress later(IPAddress a, IPAddress b) {
      return a.compareTo(b) >= 0 ? a : b;
    }

    int[] overlapping(AddressRange range) {
      IntStream.Builder found = IntStream.builder();
      collect(0, ranges.length, range, found);
      return found.build().sorted().toArray();
    }

    private void collect(int from, int to, AddressRange range, IntStream.Builder found) {
      if (from >= to) {
        return;
      }
      int root = (from + to) >>> 1;
      if (reach[root].compareTo(range.first()) < 0) {
        return;
      }
      collect(from, root, range, found);
      if (ranges[root].first().compareTo(range.last()) > 0) {
        return;
      }
      if (ranges[root].last().compareTo(range.first()) >= 0) {
        found.add(places[root]);
      }
      collect(root + 1, to, range, found);
    }
  }
}
