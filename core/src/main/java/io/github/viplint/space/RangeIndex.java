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
  private static final int FEW = 8;

  private final AddressRange[] ordered;

  /** Where each of them stands in the list given. */
  private final int[] places;

  /** For each root, the range of its stretch that ends last. */
  private final AddressRange[] reach;

  /**
   * @param ranges what is found is given back as places in this list
   */
  public RangeIndex(List<AddressRange> ranges) {
    Integer[] sorted = IntStream.range(0, ranges.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, Comparator.comparing(ranges::get, AddressRange.BY_FIRST));
    this.ordered = new AddressRange[sorted.length];
    this.places = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      places[i] = sorted[i];
      ordered[i] = ranges.get(places[i]);
    }
    this.reach = new AddressRange[ordered.length];
    if (ordered.length > 0) {
      fill(0, ordered.length);
    }
  }

  private AddressRange fill(int from, int to) {
    int root = (from + to) >>> 1;
    AddressRange most = ordered[root];
    if (from < root) {
      most = later(most, fill(from, root));
    }
    if (root + 1 < to) {
      most = later(most, fill(root + 1, to));
    }
    reach[root] = most;
    return most;
  }

  private static AddressRange later(AddressRange a, AddressRange b) {
    return AddressRange.BY_LAST.compare(a, b) >= 0 ? a : b;
  }

  /** The places of the ranges that share an address with {@code range}, in rising order. */
  public int[] overlapping(AddressRange range) {
    return overlapping(range, Integer.MAX_VALUE);
  }

  /**
   * The places of ranges that share an address with {@code range}, in rising order.
   *
   * @param most how many are enough: those that begin first
   */
  int[] overlapping(AddressRange range, int most) {
    Found found = new Found(most);
    collect(0, ordered.length, range, found);
    int[] overlapping = Arrays.copyOf(found.places, found.count);
    Arrays.sort(overlapping);
    return overlapping;
  }

  private void collect(int from, int to, AddressRange range, Found found) {
    if (from >= to || found.isFull()) {
      return;
    }
    int root = (from + to) >>> 1;
    if (reach[root].isBefore(range)) {
      return;
    }
    collect(from, root, range, found);
    if (range.isBefore(ordered[root])) {
      return;
    }
    if (!ordered[root].isBefore(range) && !found.isFull()) {
      found.add(places[root]);
    }
    collect(root + 1, to, range, found);
  }

  private static final class Found {
    private final int most;
    private int[] places = new int[FEW];
    private int count;

    Found(int most) {
      this.most = most;
    }

    boolean isFull() {
      return count >= most;
    }

    void add(int place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
    }
  }
}
