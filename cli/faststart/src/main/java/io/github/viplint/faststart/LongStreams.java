package io.github.viplint.faststart;

import java.util.stream.LongStream;

/** The ends of a {@link LongStream}. */
public final class LongStreams {
  private LongStreams() {}

  public static long sum(LongStream stream) {
    return stream.reduce(0, (one, other) -> one + other);
  }
}
