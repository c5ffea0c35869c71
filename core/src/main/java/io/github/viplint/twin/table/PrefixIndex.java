package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Cidr;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Things with a prefix, of one family, found by an address in it. A question costs one probe for
 * each prefix length that occurs, whatever the number of things. Immutable.
 */
public final class PrefixIndex<T> {
  private static final int NONE = -1;

  private final List<T> things;

  /** The first and last 64 bits of each thing's prefix; IPv4 has the first 32 only. */
  private final long[] high;

  private final long[] low;
  private final short[] lengths;

  /** The next thing with the same prefix. */
  private final int[] next;

  /** A hash table of the first thing of each prefix. */
  private final int[] slots;

  private final BitSet present = new BitSet();

  /**
   * @param things in the order in which those with one prefix are found
   */
  public PrefixIndex(List<T> things, Function<T, Cidr> prefix) {
    this.things = things;
    int count = things.size();
    high = new long[count];
    low = new long[count];
    lengths = new short[count];
    next = new int[count];
    slots = new int[Integer.highestOneBit(Math.max(1, count)) * 4];
    java.util.Arrays.fill(slots, NONE);
    // backwards, so that each new thing comes before those with its prefix
    for (int i = count - 1; i >= 0; i--) {
      Cidr cidr = prefix.apply(things.get(i));
      int length = cidr.prefixLength();
      AddressBits bits = AddressBits.of(cidr.address());
      high[i] = bits.high() & AddressBits.highMask(length);
      low[i] = bits.low() & AddressBits.lowMask(length);
      lengths[i] = (short) length;
      int slot = slot(high[i], low[i], length);
      next[i] = slots[slot];
      slots[slot] = i;
      present.set(length);
    }
  }

  /** The slot of a prefix, or the free one where it would stand. */
  private int slot(long highBits, long lowBits, int length) {
    long hash = (highBits * 31 + lowBits) * 131 + length;
    hash *= 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & slots.length - 1;
    while (slots[slot] != NONE && !stands(slots[slot], highBits, lowBits, length)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean stands(int thing, long highBits, long lowBits, int length) {
    return high[thing] == highBits && low[thing] == lowBits && lengths[thing] == length;
  }

  /** The things whose prefix holds {@code address}, longest prefix first, else in their order. */
  public Iterable<T> holding(IPAddress address) {
    return things.isEmpty() ? Collections.emptyList() : () -> new Walk(AddressBits.of(address));
  }

  private final class Walk implements Iterator<T> {
    private final AddressBits bits;
    private int length = present.length();
    private int at = NONE;

    Walk(AddressBits bits) {
      this.bits = bits;
      shorter();
    }

    private void shorter() {
      while (at == NONE && length > 0) {
        length = present.previousSetBit(length - 1);
        if (length < 0) {
          break;
        }
        at =
            slots[
                slot(
                    bits.high() & AddressBits.highMask(length),
                    bits.low() & AddressBits.lowMask(length),
                    length)];
      }
    }

    @Override
    public boolean hasNext() {
      return at != NONE;
    }

    @Override
    public T next() {
      if (at == NONE) {
        throw new NoSuchElementException();
      }
      T found = things.get(at);
      at = next[at];
      shorter();
      return found;
    }
  }
}
