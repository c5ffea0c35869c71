package io.github.viplint.redact.anonym;

/**
 * A place in the tree of addresses: all that begin with these bits.
 *
 * @param bits left-aligned; those behind the first {@code length} are zero
 */
record Node(long bits, int length) {

  /** The place that the address passes behind its first {@code length} bits. */
  static Node of(long address, int length) {
    return new Node(length == 0 ? 0 : address & -1L << (Long.SIZE - length), length);
  }

  /** Whether the way from the root to {@code other} passes here. */
  boolean holds(Node other) {
    return length <= other.length && of(other.bits, length).equals(this);
  }
}
