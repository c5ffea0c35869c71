package io.github.viplint.intake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The lines of a log that are kept, with their numbers; a limited amount of them. */
final class KeptLines {
  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int[] numbers = new int[64];
  private int count;
  private long firstUnkept;

  /**
   * @param most how many bytes are kept
   */
  KeptLines(int most) {
    this.most = most;
  }

  /**
   * @param number of the line in its file, from 1, larger than those before
   * @param to behind its newline, if it has one
   */
  void add(byte[] from, int start, int to, long number) {
    if (firstUnkept > 0 || number > Integer.MAX_VALUE || bytes.size() + (to - start) > most) {
      firstUnkept = firstUnkept > 0 ? firstUnkept : number;
      return;
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = (int) number;
    bytes.write(from, start, to - start);
  }

  /** The line from which on nothing was kept; 0 when all was. */
  long firstUnkept() {
    return firstUnkept;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  int[] numbers() {
    return Arrays.copyOf(numbers, count);
  }
}
