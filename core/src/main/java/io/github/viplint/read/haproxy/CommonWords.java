package io.github.viplint.read.haproxy;

import org.jspecify.annotations.Nullable;

/**
 * The same string for the same word: files have many lines and few keywords. A word that has not
 * come before has none, for most such words, names and addresses, never come again. The string is
 * that of the constants in the code, so that to look at it is enough to tell that they are equal.
 */
final class CommonWords {
  private static final int SLOTS = 1024;
  private static final int LONGEST = 24;

  private final @Nullable String[] known = new String[SLOTS];

  /** Of the word that came last to a slot and is not the known one. */
  private final int[] hashes = new int[SLOTS];

  /** {@code text} from {@code from} (inclusive) to {@code to} (exclusive), where it is common. */
  @Nullable String of(String text, int from, int to) {
    if (to - from > LONGEST) {
      return null;
    }
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    String before = known[slot];
    if (before != null && before.length() == to - from && text.startsWith(before, from)) {
      return before;
    }
    if (hashes[slot] == hash) {
      known[slot] = text.substring(from, to).intern();
      return known[slot];
    }
    hashes[slot] = hash;
    return null;
  }
}
