package io.github.viplint.faststart;

import java.util.function.UnaryOperator;

/** What {@link UnaryOperator} makes of nothing. */
public final class UnaryOperators {
  private UnaryOperators() {}

  public static <T> UnaryOperator<T> identity() {
    return value -> value;
  }
}
