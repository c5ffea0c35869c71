package io.github.viplint.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * As few samples as tell things apart: for any two there is one sample with the first and without
 * the second. A dozen do for 900 things.
 */
final class Samples {
  private Samples() {}

  /** Each in the order given. */
  static <T> List<List<T>> of(List<T> things) {
    int samples = count(things.size());
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      all.add(new ArrayList<>());
    }
    // all are in equally many samples, so nothing is in all that another is in (Sperner)
    int code = 0;
    for (T thing : things) {
      do {
        code++;
      } while (Integer.bitCount(code) != samples / 2);
      for (int i = 0; i < samples; i++) {
        if ((code >> i & 1) == 1) {
          all.get(i).add(thing);
        }
      }
    }
    return all;
  }

  /** How many samples tell so many things apart, two at least. */
  static int count(int things) {
    int samples = 2;
    while (halves(samples) < things) {
      samples++;
    }
    return samples;
  }

  /** How many ways there are to take half of them. */
  private static long halves(int samples) {
    long ways = 1;
    for (int i = 1; i <= samples / 2; i++) {
      ways = ways * (samples - samples / 2 + i) / i;
    }
    return ways;
  }
}
