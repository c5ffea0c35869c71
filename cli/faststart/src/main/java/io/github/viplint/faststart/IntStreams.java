package io.github.viplint.faststart;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ends of an {@link IntStream}, and what it may go on as. */
public final class IntStreams {
  private IntStreams() {}

  public static int sum(IntStream stream) {
    return stream.reduce(0, (one, other) -> one + other);
  }

  public static OptionalInt max(IntStream stream) {
    return stream.reduce((one, other) -> Math.max(one, other));
  }

  public static OptionalInt min(IntStream stream) {
    return stream.reduce((one, other) -> Math.min(one, other));
  }

  public static boolean anyMatch(IntStream stream, IntPredicate test) {
    return stream.isParallel() ? stream.anyMatch(test) : isAny(stream.filter(test));
  }

  public static boolean noneMatch(IntStream stream, IntPredicate test) {
    return stream.isParallel() ? stream.noneMatch(test) : !isAny(stream.filter(test));
  }

  public static boolean allMatch(IntStream stream, IntPredicate test) {
    Objects.requireNonNull(test);
    return stream.isParallel()
        ? stream.allMatch(test)
        : !isAny(stream.filter(value -> !test.test(value)));
  }

  private static boolean isAny(IntStream stream) {
    boolean[] any = {false};
    stream.limit(1).forEachOrdered(value -> any[0] = true);
    return any[0];
  }

  public static Stream<Integer> boxed(IntStream stream) {
    return stream.mapToObj(value -> value);
  }

  public static IntStream distinct(IntStream stream) {
    return boxed(stream).distinct().mapToInt(value -> value);
  }

  public static int[] toArray(IntStream stream) {
    if (stream.isParallel()) {
      return stream.toArray();
    }
    int[][] all = {new int[16]};
    int[] size = {0};
    stream.forEachOrdered(
        value -> {
          if (size[0] == all[0].length) {
            all[0] = Arrays.copyOf(all[0], 2 * size[0]);
          }
          all[0][size[0]++] = value;
        });
    return Arrays.copyOf(all[0], size[0]);
  }
}
