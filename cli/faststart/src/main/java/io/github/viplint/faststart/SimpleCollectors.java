package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The simple ones of {@link Collectors}. */
public final class SimpleCollectors {
  private SimpleCollectors() {}

  public static <T> Collector<T, ?, List<T>> toList() {
    return into(ArrayList::new);
  }

  public static <T> Collector<T, ?, Set<T>> toSet() {
    return into(HashSet::new);
  }

  public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> made) {
    return into(made);
  }

  private static <T, C extends Collection<T>> Collector<T, ?, C> into(Supplier<C> made) {
    return Collector.of(
        made,
        (all, value) -> all.add(value),
        (one, other) -> {
          one.addAll(other);
          return one;
        },
        all -> all);
  }

  public static Collector<CharSequence, ?, String> joining() {
    return joining("");
  }

  public static Collector<CharSequence, ?, String> joining(CharSequence separator) {
    return joining(separator, "", "");
  }

  public static Collector<CharSequence, ?, String> joining(
      CharSequence separator, CharSequence before, CharSequence after) {
    return Collector.of(
        () -> new StringJoiner(separator, before, after),
        (all, value) -> all.add(value),
        (one, other) -> one.merge(other),
        all -> all.toString());
  }
}
