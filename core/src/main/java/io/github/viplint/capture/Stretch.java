package io.github.viplint.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some lines of a text, one behind the other, which one core looks at while others look at others.
 *
 * @param from where the first of the lines begins
 * @param to where the last of them ends, behind its LF
 */
public record Stretch(int from, int to) {
  /** So many characters are worth a core's while. */
  public static final int WORTHWHILE = 1 << 20;

  /**
   * All lines of a text, in order; where there is more than one stretch, for several cores to
   * share.
   *
   * @param size how many characters a stretch has, but for the rest of its last line
   */
  public static List<Stretch> of(String text, int size) {
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int lf = text.length() - from > size ? text.indexOf('\n', from + size) : -1;
      int to = lf < 0 ? text.length() : lf + 1;
      stretches.add(new Stretch(from, to));
      from = to;
    }
    return stretches;
  }

  /** The elements for each core to take, in order; in parallel where there are several. */
  public static <T> Stream<T> shared(List<T> elements) {
    return elements.size() > 1 ? elements.parallelStream() : elements.stream();
  }
}
