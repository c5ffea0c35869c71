package io.github.viplint.read.haproxy;

/** The same string for the same keyword: files have many lines and few keywords. */
final class Keywords {
  private static final int SLOTS = 512;

  private final String[] known = new String[SLOTS];

  /** {@code text} from {@code from} (inclusive) to {@code to} (exclusive). */
  String of(String text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ hash >>> 9) & SLOTS - 1;
    String before = known[slot];
    if (before != null
        && before.length() == to - from
        && text.regionMatches(from, before, 0, before.length())) {
      return before;
    }
    String keyword = text.substring(from, to);
    known[slot] = keyword;
    return keyword;
  }
}
