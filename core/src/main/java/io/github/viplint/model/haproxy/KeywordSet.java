package io.github.viplint.model.haproxy;

import java.util.Set;

/**
 * Keywords that are looked for together. Asks a section for any of them at the cost of a few bits,
 * where most sections have none.
 */
public final class KeywordSet {
  private final Set<String> words;
  private final long[] bits;
  private final long[] others;

  private KeywordSet(Set<String> words) {
    this.words = words;
    this.bits = words.stream().mapToLong(KeywordSet::bit).toArray();
    this.others = words.stream().mapToLong(KeywordSet::otherBit).toArray();
  }

  public static KeywordSet of(String... words) {
    return new KeywordSet(Set.of(words));
  }

  /** A bit that some keywords share. */
  static long bit(String keyword) {
    return 1L << keyword.hashCode();
  }

  /** A bit that others share: few have both in common. */
  static long otherBit(String keyword) {
    return 1L << (keyword.hashCode() >>> 10);
  }

  public boolean contains(String keyword) {
    return words.contains(keyword);
  }

  /** Whether any of them may be among the keywords that these are the bits of, of each sort. */
  boolean mayBeIn(long keywords, long more) {
    for (int i = 0; i < bits.length; i++) {
      if ((keywords & bits[i]) != 0 && (more & others[i]) != 0) {
        return true;
      }
    }
    return false;
  }
}
