package io.github.viplint.redact.anonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts another address in place of each, so that two that share their first n bits, and no more,
 * still do: Crypto-PAn's scheme (Xu, Fan, Ammar, Moon 2002), with HMAC-SHA256 for its cipher. Each
 * bit is turned over or not, as the key says for the bits before it. Addresses are left-aligned in
 * a long.
 *
 * <p>Where a network, a range or a special block is to stay one, the bits on the way along its
 * edges are not turned over: its first address stays the first, its last the last.
 */
final class PrefixPermutation {
  private final Keyed keyed;
  private final String domain;
  private final int first;
  private final int last;
  private final List<Node> blocks;
  private final List<Node> untouched;
  private final Set<Node> kept = new HashSet<>();
  private final Map<Node, Boolean> flips = new HashMap<>();

  /**
   * @param first bits before this one are never turned over
   * @param last nor are those behind this one; this one is, where nothing keeps it, so that no
   *     address stays what it is
   * @param blocks stay where they are
   * @param untouched in these every address stays what it is
   */
  PrefixPermutation(
      Keyed keyed, String domain, int first, int last, List<Node> blocks, List<Node> untouched) {
    this.keyed = keyed;
    this.domain = domain;
    this.first = first;
    this.last = last;
    this.blocks = List.copyOf(blocks);
    this.untouched = List.copyOf(untouched);
  }

  /** Keeps the first and the last address of a network where they are in it. */
  void keepNetwork(long address, int length) {
    if (length > 0 && length <= last) {
      keepWay(Node.of(address, length).bits(), length);
      keepWay(Node.of(address, length).bits() | -1L >>> length, length);
    }
  }

  /** Keeps all addresses from one to the other between them, and in their order. */
  void keepRange(long from, long to) {
    int common = Long.numberOfLeadingZeros(from ^ to);
    if (common <= last) {
      keepWay(from, common);
      keepWay(to, common);
    }
  }

  private void keepWay(long address, int from) {
    for (int length = from; length <= last; length++) {
      kept.add(Node.of(address, length));
    }
  }

  long of(long address) {
    long result = address;
    for (int length = first; length <= last; length++) {
      if (flips.computeIfAbsent(Node.of(address, length), this::flips)) {
        result ^= 1L << (Long.SIZE - 1 - length);
      }
    }
    return result;
  }

  private boolean flips(Node node) {
    if (kept.contains(node)
        || blocks.stream().anyMatch(block -> node.length() < block.length() && node.holds(block))
        || untouched.stream().anyMatch(block -> node.holds(block) || block.holds(node))) {
      return false;
    }
    return node.length() == last || keyed.bit(domain, node);
  }
}
