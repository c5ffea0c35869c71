package io.github.viplint.faststart;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** What {@link BinaryOperator} makes of an order. */
public final class BinaryOperators {
  private BinaryOperators() {}

  public static <T> BinaryOperator<T> maxBy(Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return (one, other) -> order.compare(one, other) >= 0 ? one : other;
  }

  public static <T> BinaryOperator<T> minBy(Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return (one, other) -> order.compare(one, other) <= 0 ? one : other;
  }
}
