package io.github.viplint.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for many literals in bytes at once, so that most bytes are never looked at: two bytes tell
 * how far it is at least to the next literal (Wu and Manber, A fast algorithm for multi-pattern
 * searching, 1994). Immutable.
 */
public final class LiteralSearch {
  private final List<String> literals;
  private volatile @Nullable Tables tables;

  /**
   * @param literals of two bytes or more in UTF-8
   * @throws IllegalArgumentException when one is shorter
   */
  public LiteralSearch(Collection<String> literals) {
    this.literals = List.copyOf(literals);
    for (String literal : this.literals) {
      if (literal.length() < 2 && bytes(literal).length < 2) {
        throw new IllegalArgumentException("a literal needs two bytes");
      }
    }
  }

  private static byte[] bytes(String literal) {
    return literal.getBytes(StandardCharsets.UTF_8);
  }

  /** Where the first literal in {@code bytes[from, to)} begins; -1 when there is none. */
  public int find(byte[] bytes, int from, int to) {
    // most runs have nothing that is large enough to be searched
    Tables known = tables;
    if (known == null) {
      known = new Tables(literals.stream().map(LiteralSearch::bytes).toList());
      tables = known;
    }
    return known.find(bytes, from, to);
  }

  /** What two bytes tell. */
  private static final class Tables {
    private static final VarHandle PAIR =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int PAIRS = 1 << 16;

    /** Literals whose first {@link #window} bytes end alike. */
    private final byte[][][] ending = new byte[PAIRS][][];

    /** For two bytes, how far on the nearest literal's window can end. */
    private final byte[] shift = new byte[PAIRS];

    /** As many bytes as the shortest literal has, at most. */
    private final int window;

    Tables(List<byte[]> literals) {
      int shortest = Byte.MAX_VALUE;
      for (byte[] literal : literals) {
        shortest = Math.min(shortest, literal.length);
      }
      window = shortest;
      Arrays.fill(shift, (byte) (window - 1));
      literals.forEach(this::add);
    }

    private void add(byte[] literal) {
      for (int i = 0; i + 1 < window; i++) {
        int pair = (short) PAIR.get(literal, i) & 0xFFFF;
        shift[pair] = (byte) Math.min(shift[pair], window - 2 - i);
        if (i + 2 == window) {
          byte[][] others = ending[pair];
          byte[][] more = others == null ? new byte[1][] : Arrays.copyOf(others, others.length + 1);
          more[more.length - 1] = literal;
          ending[pair] = more;
        }
      }
    }

    int find(byte[] bytes, int from, int to) {
      int at = from + window - 2;
      while (at + 1 < to) {
        int pair = (short) PAIR.get(bytes, at) & 0xFFFF;
        int on = shift[pair];
        if (on == 0) {
          int start = at + 2 - window;
          if (begins(ending[pair], bytes, start, to)) {
            return start;
          }
          on = 1;
        }
        at += on;
      }
      return -1;
    }

    private static boolean begins(byte[][] literals, byte[] bytes, int start, int to) {
      for (byte[] literal : literals) {
        int end = start + literal.length;
        if (end <= to && Arrays.equals(bytes, start, end, literal, 0, literal.length)) {
          return true;
        }
      }
      return false;
    }
  }
}
