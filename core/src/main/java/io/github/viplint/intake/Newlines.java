package io.github.viplint.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends in bytes. */
final class Newlines {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

  private Newlines() {}

  /** How many there are in {@code bytes[from, to)}, eight bytes at a time. */
  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long zero = (long) EIGHT.get(bytes, i) ^ NEWLINES;
      // the top bit of each byte that is zero now, and of no other
      count += Long.bitCount(~(((zero & LOW) + LOW) | zero | LOW));
    }
    for (; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Where the line that holds {@code at} begins, not before {@code from}. */
  static int lineStart(byte[] bytes, int from, int at) {
    int i = at;
    while (i > from && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** Just behind the line end at or after {@code from}; {@code to} when there is none before it. */
  static int behind(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }
}
