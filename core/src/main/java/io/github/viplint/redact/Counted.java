package io.github.viplint.redact;

import io.github.viplint.capture.Secret;
import io.github.viplint.capture.Secret.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many secrets there are of each kind. The lines of one key are one; a mark is none. */
final class Counted {
  /** Lines of one private key are no further apart, whatever a paste puts before them. */
  private static final int WITHIN_A_KEY = 80;

  private Counted() {}

  static Map<Kind, Integer> of(String text, List<Secret> secrets) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    int keyEnd = -WITHIN_A_KEY;
    for (Secret secret : secrets) {
      boolean sameKey =
          secret.kind() == Kind.PRIVATE_KEY && secret.start() - keyEnd <= WITHIN_A_KEY;
      if (secret.kind() == Kind.PRIVATE_KEY) {
        keyEnd = secret.end();
      }
      if (!sameKey && !Mark.is(text.substring(secret.start(), secret.end()))) {
        counts.merge(secret.kind(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
