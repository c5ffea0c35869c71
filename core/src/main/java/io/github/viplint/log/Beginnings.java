package io.github.viplint.log;

import java.util.Arrays;
import java.util.List;

/** Literals by their first two characters: looks for all of them in a short text in one pass. */
final class Beginnings {
  /** Behind every text. */
  static final int NOWHERE = Integer.MAX_VALUE;

  /** Characters are told apart by so many of their bits. */
  private static final int FIRST = 0x7F;

  private static final int SECOND = 0x1F;

  private final List<String> literals;
  private final int[][] byFirst = new int[FIRST + 1][];

  /** For each first character one bit for each that may follow. */
  private final int[] followers = new int[FIRST + 1];

  Beginnings(List<String> literals) {
    this.literals = literals;
    for (int i = 0; i < literals.size(); i++) {
      String literal = literals.get(i);
      int first = literal.charAt(0) & FIRST;
      int[] others = byFirst[first] == null ? new int[0] : byFirst[first];
      byFirst[first] = Arrays.copyOf(others, others.length + 1);
      byFirst[first][others.length] = i;
      followers[first] |= literal.length() == 1 ? -1 : 1 << (literal.charAt(1) & SECOND);
    }
  }

  /** Where each literal first stands in {@code text}; {@link #NOWHERE} where it does not. */
  int[] firstIn(String text) {
    int[] found = new int[literals.size()];
    Arrays.fill(found, NOWHERE);
    char[] chars = text.toCharArray();
    for (int at = 0; at < chars.length; at++) {
      int first = chars[at] & FIRST;
      int next = at + 1 < chars.length ? chars[at + 1] & SECOND : 0;
      if (followers[first] != 0
          && (followers[first] == -1 || (followers[first] >>> next & 1) != 0)) {
        for (int i : byFirst[first]) {
          if (found[i] == NOWHERE && text.startsWith(literals.get(i), at)) {
            found[i] = at;
          }
        }
      }
    }
    return found;
  }
}
