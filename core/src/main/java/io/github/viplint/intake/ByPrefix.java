package io.github.viplint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Things with a form, sorted by the first characters that a text must have for it; sorted out for a
 * prefix when a text first begins with it.
 */
final class ByPrefix<T> {
  private static final int LONGEST = 4;
  private static final int ASCII_BITS = 7;

  /** Odd, so that each key has its own product; and the products are spread. */
  private static final int SPREAD = 0x9E3779B1;

  /** Further ones are looked up by their first character. */
  private static final int MOST = 8192;

  private final Function<T, TextForm> form;
  private final List<T> all;
  private final Map<Integer, List<T>> byPrefix = new ConcurrentHashMap<>();

  private ByPrefix(Function<T, TextForm> form, List<T> all) {
    this.form = form;
    this.all = all;
  }

  static <T> ByPrefix<T> of(Function<T, TextForm> form, List<T> things) {
    return new ByPrefix<>(form, List.copyOf(things));
  }

  /** Those that may match {@code text}, in their order. */
  List<T> startingLike(String text) {
    return startingLike(text, Math.min(LONGEST, text.length()));
  }

  private List<T> startingLike(String text, int length) {
    int key = key(text, length);
    if (key < 0 || length == 0) {
      return all;
    }
    List<T> known = byPrefix.get(key * SPREAD);
    if (known != null) {
      return known;
    }
    if (length == 1) {
      return sorted(key, text.substring(0, 1), all);
    }
    List<T> fewer = startingLike(text, 1);
    return byPrefix.size() < MOST ? sorted(key, text.substring(0, length), fewer) : fewer;
  }

  /** A number for each prefix of ASCII; -1 for others. */
  private static int key(String text, int length) {
    int key = 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >>> ASCII_BITS != 0) {
        return -1;
      }
      key = key << ASCII_BITS | c;
    }
    return key;
  }

  private List<T> sorted(int key, String prefix, List<T> from) {
    List<T> possible = new ArrayList<>();
    for (T thing : from) {
      if (form.apply(thing).mayBegin(prefix)) {
        possible.add(thing);
      }
    }
    byPrefix.put(key * SPREAD, possible);
    return possible;
  }
}
