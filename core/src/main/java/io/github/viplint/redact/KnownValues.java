package io.github.viplint.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values of secrets that were recognised somewhere: they are hidden wherever they come again.
 */
final class KnownValues {
  /** A shorter value is too likely to be part of something else. */
  private static final int SHORTEST = 8;

  /** Values are found by their first characters. */
  private static final int KEY = 4;

  /** Words that stand where a secret could, and would hide half of every text. */
  private static final Set<String> ORDINARY =
      Set.of(
          "password",
          "passwords",
          "username",
          "haproxy",
          "administrator",
          "required",
          "environment",
          "insecure-password",
          "invalid",
          "incorrect",
          "controller",
          "management",
          "workload",
          "frontend",
          "default",
          "expired",
          "changeme",
          "undefined",
          "localhost",
          "authentication");

  private final Map<String, List<String>> values = new HashMap<>();

  /** The hashes of all keys: almost every place of a text is ruled out by a look here. */
  private final BitSet keys = new BitSet();

  private final int longest;

  KnownValues(Collection<String> known) {
    for (String value : known) {
      values.computeIfAbsent(value.substring(0, KEY), key -> new ArrayList<>()).add(value);
    }
    values.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
    values.keySet().forEach(key -> keys.set(hash(key, 0)));
    this.longest = known.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Whether a value is told from everything else by itself. */
  static boolean isTelling(String value) {
    return value.length() >= SHORTEST && !ORDINARY.contains(value.toLowerCase(Locale.ROOT));
  }

  int longest() {
    return longest;
  }

  /** Marks what of the text from {@code from} to {@code to} is such a value. */
  void hide(String text, int from, int to, boolean[] hidden) {
    for (int i = from; longest > 0 && i + KEY <= to; i++) {
      if (!keys.get(hash(text, i))) {
        continue;
      }
      for (String value : values.getOrDefault(text.substring(i, i + KEY), List.of())) {
        if (text.startsWith(value, i)) {
          Arrays.fill(hidden, i - from, Math.min(to, i + value.length()) - from, true);
          break;
        }
      }
    }
  }

  private static int hash(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + KEY; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash & 0xFFFF;
  }
}
