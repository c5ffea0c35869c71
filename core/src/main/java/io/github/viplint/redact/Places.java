package io.github.viplint.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where secrets stand in a text: found once, for the same lines are shown many times. */
final class Places {
  private final int[] starts;
  private final int[] ends;

  private Places(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** Marks what of the text from {@code from} to {@code to} is to be hidden. */
  void hide(int from, int to, boolean[] hidden) {
    int found = Arrays.binarySearch(starts, from);
    int first = found >= 0 ? found : Math.max(0, -found - 2);
    for (int i = first; i < starts.length && starts[i] < to; i++) {
      int start = Math.max(from, starts[i]);
      int end = Math.min(to, ends[i]);
      if (start < end) {
        Arrays.fill(hidden, start - from, end - from, true);
      }
    }
  }

  /** Collects places in any order; they may overlap. */
  static final class Builder {
    private final List<int[]> found = new ArrayList<>();

    void add(int start, int end) {
      found.add(new int[] {start, end});
    }

    Places build() {
      found.sort(Comparator.comparingInt(place -> place[0]));
      int[] starts = new int[found.size()];
      int[] ends = new int[found.size()];
      int count = 0;
      for (int[] place : found) {
        if (count > 0 && place[0] <= ends[count - 1]) {
          ends[count - 1] = Math.max(ends[count - 1], place[1]);
        } else {
          starts[count] = place[0];
          ends[count++] = place[1];
        }
      }
      return new Places(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }
  }
}
