package io.github.viplint.capture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which lines of a file its text holds. Of a large log only the lines that matter are kept; they
 * keep their numbers.
 */
public final class LineNumbers {
  /** Every line is there. */
  public static final LineNumbers ALL = new LineNumbers(new int[0], -1);

  private final int[] kept;
  private final int total;

  private LineNumbers(int[] kept, int total) {
    this.kept = kept;
    this.total = total;
  }

  /**
   * @param kept the numbers, from 1, of the lines that are there, ascending
   * @param total how many lines the file has
   */
  public static LineNumbers of(int[] kept, int total) {
    return new LineNumbers(kept.clone(), total);
  }

  boolean all() {
    return total < 0;
  }

  /** The number in the file of the line at {@code index} (from 0) of the text. */
  int number(int index) {
    return all() ? index + 1 : kept[index];
  }

  /** The index in the text of line {@code number}, or minus one minus where it would stand. */
  int index(int number) {
    return all() ? number - 1 : Arrays.binarySearch(kept, number);
  }

  /** The numbers of the lines that are there, ascending. */
  IntStream all(int lines) {
    return all() ? IntStream.rangeClosed(1, lines) : Arrays.stream(kept);
  }

  /** How many lines were left out right before the one at {@code index}. */
  int leftOutBefore(int index) {
    return all() ? 0 : kept[index] - (index == 0 ? 0 : kept[index - 1]) - 1;
  }

  /**
   * How many lines the file has.
   *
   * @param lines how many the text has
   */
  int total(int lines) {
    return all() ? lines : total;
  }
}
