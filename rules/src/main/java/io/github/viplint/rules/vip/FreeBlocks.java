package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The subnets that are left of an IPv4 subnet when some addresses in it are taken.
 *
 * @param blocks in order of address; together with the taken addresses they are the whole subnet
 */
record FreeBlocks(List<Cidr> blocks) {
  /** More than a person would put up with. */
  private static final int MOST_TAKEN = 16;

  FreeBlocks {
    blocks = List.copyOf(blocks);
  }

  /** Nothing for IPv6, or when more is taken than a person could make sense of. */
  static FreeBlocks of(Cidr subnet, Collection<IPAddress> taken) {
    AddressRange all = subnet.range();
    List<IPAddress> inside =
        taken.stream().filter(all::contains).distinct().limit(MOST_TAKEN + 1).toList();
    List<Cidr> blocks = new ArrayList<>();
    if (subnet.address().isIPv4() && inside.size() <= MOST_TAKEN) {
      split(subnet.network(), inside, blocks);
    }
    return new FreeBlocks(blocks);
  }

  private static void split(Cidr subnet, List<IPAddress> taken, List<Cidr> blocks) {
    AddressRange range = subnet.range();
    List<IPAddress> inside = taken.stream().filter(range::contains).toList();
    if (inside.isEmpty()) {
      blocks.add(subnet);
    } else if (subnet.prefixLength() < 32) {
      int length = subnet.prefixLength() + 1;
      split(new Cidr(range.first(), length), inside, blocks);
      split(new Cidr(range.first().increment(1L << (32 - length)), length), inside, blocks);
    }
  }

  /** The largest one; of several as large, the one that holds {@code meant}, else the first. */
  Optional<Cidr> largest(IPAddress meant) {
    return blocks.stream()
        .min(
            Comparator.comparingInt(Cidr::prefixLength)
                .thenComparingInt(block -> block.contains(meant) ? 0 : 1));
  }

  /** The one that holds this address, unless it holds nothing else. */
  Optional<Cidr> around(IPAddress meant) {
    return blocks.stream()
        .filter(block -> block.contains(meant) && block.prefixLength() < 32)
        .findFirst();
  }
}
