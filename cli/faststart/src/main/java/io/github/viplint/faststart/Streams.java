package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ends of a {@link Stream}, two made one, and one in order. */
public final class Streams {
  private Streams() {}

  public static <T> Stream<T> concat(Stream<? extends T> one, Stream<? extends T> other) {
    if (one.isParallel() || other.isParallel()) {
      return Stream.concat(one, other);
    }
    return Stream.of(one, other).flatMap(stream -> stream);
  }

  public static <T> Stream<T> sorted(Stream<T> stream) {
    return stream.isParallel() ? stream.sorted() : inOrder(stream, null);
  }

  public static <T> Stream<T> sorted(Stream<T> stream, Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return stream.isParallel() ? stream.sorted(order) : inOrder(stream, order);
  }

  /** In their natural order without an {@code order}, and not before they are asked for. */
  private static <T> Stream<T> inOrder(Stream<T> stream, @Nullable Comparator<? super T> order) {
    return Stream.of(stream)
        .flatMap(
            unordered -> {
              List<T> all = new ArrayList<>();
              unordered.forEachOrdered(all::add);
              all.sort(order);
              return all.stream();
            })
        .onClose(stream::close);
  }

  public static <T> List<T> toList(Stream<T> stream) {
    if (stream.isParallel()) {
      return stream.toList();
    }
    List<T> all = new ArrayList<>();
    stream.forEachOrdered(all::add);
    @SuppressWarnings("unchecked")
    T[] exact = (T[]) all.toArray();
    return Collections.unmodifiableList(Arrays.asList(exact));
  }

  public static <T> Optional<T> findFirst(Stream<T> stream) {
    if (stream.isParallel()) {
      return stream.findFirst();
    }
    List<T> first = first(stream);
    return first.isEmpty() ? Optional.empty() : Optional.of(first.get(0));
  }

  /** No more of the stream is looked at than is needed. */
  private static <T> List<T> first(Stream<T> stream) {
    List<T> first = new ArrayList<>(1);
    stream.limit(1).forEachOrdered(first::add);
    return first;
  }

  public static <T> Optional<T> findAny(Stream<T> stream) {
    return stream.isParallel() ? stream.findAny() : findFirst(stream);
  }

  public static <T> boolean anyMatch(Stream<T> stream, Predicate<? super T> test) {
    return stream.isParallel() ? stream.anyMatch(test) : !first(stream.filter(test)).isEmpty();
  }

  public static <T> boolean noneMatch(Stream<T> stream, Predicate<? super T> test) {
    return stream.isParallel() ? stream.noneMatch(test) : first(stream.filter(test)).isEmpty();
  }

  public static <T> boolean allMatch(Stream<T> stream, Predicate<? super T> test) {
    Objects.requireNonNull(test);
    return stream.isParallel()
        ? stream.allMatch(test)
        : first(stream.filter(value -> !test.test(value))).isEmpty();
  }

  public static <T> Optional<T> max(Stream<T> stream, Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return stream.reduce((one, other) -> order.compare(one, other) >= 0 ? one : other);
  }

  public static <T> Optional<T> min(Stream<T> stream, Comparator<? super T> order) {
    Objects.requireNonNull(order);
    return stream.reduce((one, other) -> order.compare(one, other) <= 0 ? one : other);
  }
}
