package io.github.viplint.rules.client;

import io.github.viplint.lint.LogHit;
import io.github.viplint.rules.log.Target;

/** Whose certificate a message is about. */
final class Certificate {
  private Certificate() {}

  /** {@code of 10.20.0.2:5556}; empty where the message does not tell. */
  static String of(LogHit hit) {
    String target = Target.of(hit).text();
    return target.isEmpty() ? "" : " of " + target;
  }
}
