package io.github.viplint.redact;

import io.github.viplint.capture.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where secrets stand in a text: found once, for the same lines are shown many times. */
final class Places {
  /**
   * Of places that overlap, what is the least told of; a hash is more than the word it stands in.
   */
  private static final Comparator<Secret> IN_ORDER =
      Comparator.comparingInt(Secret::start).thenComparing(Secret::end, Comparator.reverseOrder());

  private static final Places NONE = new Places(List.of());

  private final List<Secret> secrets;
  private final int[] starts;

  private Places(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
    this.starts = secrets.stream().mapToInt(Secret::start).toArray();
  }

  /** Puts places in order and joins those that overlap or touch. */
  static Places of(List<Secret> found) {
    if (found.isEmpty()) {
      return NONE;
    }
    List<Secret> apart = new ArrayList<>();
    for (Secret secret : found.stream().sorted(IN_ORDER).toList()) {
      Secret last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      if (last == null || secret.start() > last.end()) {
        apart.add(secret);
      } else {
        apart.set(apart.size() - 1, joined(last, secret));
      }
    }
    return new Places(apart);
  }

  private static Secret joined(Secret one, Secret other) {
    Secret told = one.sure() || !other.sure() ? one : other;
    return new Secret(
        told.kind(), one.start(), Math.max(one.end(), other.end()), one.sure() || other.sure());
  }

  List<Secret> all() {
    return secrets;
  }

  /** Marks what of the text from {@code from} to {@code to} is to be hidden. */
  void hide(int from, int to, boolean[] hidden) {
    int found = Arrays.binarySearch(starts, from);
    int first = found >= 0 ? found : Math.max(0, -found - 2);
    for (int i = first; i < starts.length && starts[i] < to; i++) {
      int start = Math.max(from, starts[i]);
      int end = Math.min(to, secrets.get(i).end());
      if (start < end) {
        Arrays.fill(hidden, start - from, end - from, true);
      }
    }
  }
}
