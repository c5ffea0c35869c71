package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    if (!subnet.address().isIPv4()) {
      return new FreeBlocks(List.of());
    }
    AddressRange all = subnet.range();
    int[] inside =
        taken.stream()
            .filter(all::contains)
            .mapToInt(address -> address.toIPv4().intValue())
            .distinct()
            .limit(MOST_TAKEN + 1)
            .toArray();
    List<Cidr> blocks = new ArrayList<>();
    if (inside.length <= MOST_TAKEN) {
      split(all.first().toIPv4().intValue(), subnet.prefixLength(), inside, blocks);
    }
    return new FreeBlocks(blocks);
  }

  private static void split(int network, int length, int[] taken, List<Cidr> blocks) {
    int mask = length == 0 ? 0 : -1 << 32 - length;
    int[] inside = IntStream.of(taken).filter(address -> (address & mask) == network).toArray();
    if (inside.length == 0) {
      blocks.add(new Cidr(new IPv4Address(network), length));
    } else if (length < 32) {
      split(network, length + 1, inside, blocks);
      split(network | 1 << 31 - length, length + 1, inside, blocks);
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
