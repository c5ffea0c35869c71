package io.github.viplint.grammar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * The characters that a lexer tells apart. One stands for all those beside it that every rule
 * treats alike, so that the lexer finds out what it means only once.
 */
final class Alphabet {
  private static final int ASCII = 0x80;

  private static final Map<Class<?>, Alphabet> KNOWN = new ConcurrentHashMap<>();

  /** The first character of each group, sorted. */
  private final int[] firsts;

  private final char[] ascii = new char[ASCII];

  private Alphabet(int[] firsts) {
    this.firsts = firsts;
    int group = 0;
    for (int c = 0; c < ASCII; c++) {
      if (group + 1 < firsts.length && firsts[group + 1] == c) {
        group++;
      }
      ascii[c] = (char) firsts[group];
    }
  }

  static Alphabet of(Lexer lexer) {
    return KNOWN.computeIfAbsent(lexer.getClass(), type -> new Alphabet(firsts(lexer)));
  }

  private static int[] firsts(Lexer lexer) {
    BitSet firsts = new BitSet();
    firsts.set(0);
    // lines are counted by it
    firsts.set('\n', '\n' + 2);
    for (ATNState state : lexer.getATN().states) {
      for (int i = 0; i < state.getNumberOfTransitions(); i++) {
        Transition transition = state.transition(i);
        IntervalSet label = transition.isEpsilon() ? null : transition.label();
        if (label != null) {
          for (Interval interval : label.getIntervals()) {
            firsts.set(Math.max(0, interval.a));
            firsts.set(Math.min(interval.b, Character.MAX_VALUE) + 1);
          }
        }
      }
    }
    int[] sorted = new int[firsts.cardinality()];
    int at = 0;
    for (int c = firsts.nextSetBit(0); c >= 0; c = firsts.nextSetBit(c + 1)) {
      sorted[at++] = c;
    }
    return sorted;
  }

  /** The character that stands for {@code c}. */
  int standingFor(char c) {
    if (c < ASCII) {
      return ascii[c];
    }
    int at = Arrays.binarySearch(firsts, c);
    return firsts[at >= 0 ? at : -at - 2];
  }
}
