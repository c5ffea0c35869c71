package io.github.viplint.space;

import io.github.viplint.model.AddressRange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the ranges that share an address with another one, without looking at all: an interval
 * tree, laid out in arrays ordered by first address, where the middle of each stretch is its root.
 * Built in O(n log n), asked in O(log n) for each range found. Addresses of two families share
 * nothing.
 */
public final class RangeIndex {
  private record Placed(AddressKey first, AddressKey last, int place) {}

  private final Placed[] ordered;

  /** For each root, the last address of any range in its stretch. */
  private final AddressKey[] reach;

  /**
   * @param ranges what is found is given back as places in this list
   */
  public RangeIndex(List<AddressRange> ranges) {
    this.ordered =
        IntStream.range(0, ranges.size())
            .mapToObj(i -> placed(ranges.get(i), i))
            .sorted(Comparator.comparing(Placed::first))
            .toArray(Placed[]::new);
    this.reach = new AddressKey[ordered.length];
    if (ordered.length > 0) {
      fill(0, ordered.length);
    }
  }

  private static Placed placed(AddressRange range, int place) {
    return new Placed(AddressKey.of(range.first()), AddressKey.of(range.last()), place);
  }

  private AddressKey fill(int from, int to) {
    int root = (from + to) >>> 1;
    AddressKey most = ordered[root].last();
    if (from < root) {
      most = later(most, fill(from, root));
    }
    if (root + 1 < to) {
      most = later(most, fill(root + 1, to));
    }
    reach[root] = most;
    return most;
  }

  private static AddressKey later(AddressKey a, AddressKey b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** The places of the ranges that share an address with {@code range}, in rising order. */
  public int[] overlapping(AddressRange range) {
    IntStream.Builder found = IntStream.builder();
    collect(0, ordered.length, placed(range, -1), found);
    int[] places = found.build().toArray();
    Arrays.sort(places);
    return places;
  }

  private void collect(int from, int to, Placed range, IntStream.Builder found) {
    if (from >= to) {
      return;
    }
    int root = (from + to) >>> 1;
    if (reach[root].compareTo(range.first()) < 0) {
      return;
    }
    collect(from, root, range, found);
    if (ordered[root].first().compareTo(range.last()) > 0) {
      return;
    }
    if (ordered[root].last().compareTo(range.first()) >= 0) {
      found.add(ordered[root].place());
    }
    collect(root + 1, to, range, found);
  }
}
