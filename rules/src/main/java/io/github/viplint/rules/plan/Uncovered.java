package io.github.viplint.rules.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is left of a range when others are taken out of it. */
final class Uncovered {
  private Uncovered() {}

  /** The stretches of {@code range} that none of {@code others} holds, in order. */
  static List<AddressRange> of(AddressRange range, List<AddressRange> others) {
    List<AddressRange> left = new ArrayList<>();
    IPAddress next = range.first();
    List<AddressRange> inside =
        others.stream()
            .filter(range::overlaps)
            .sorted(Comparator.comparing(AddressRange::first))
            .toList();
    for (AddressRange other : inside) {
      if (next.compareTo(other.first()) < 0) {
        left.add(new AddressRange(next, other.first().increment(-1)));
      }
      if (other.last().compareTo(range.last()) >= 0) {
        return left;
      }
      if (other.last().compareTo(next) >= 0) {
        next = other.last().increment(1);
      }
    }
    left.add(new AddressRange(next, range.last()));
    return left;
  }
}
