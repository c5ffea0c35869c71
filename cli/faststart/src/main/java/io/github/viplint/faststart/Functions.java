package io.github.viplint.faststart;

import java.util.function.Function;

/** What {@link Function} makes of nothing. */
public final class Functions {
  private Functions() {}

  public static <T> Function<T, T> identity() {
    return value -> value;
  }
}
