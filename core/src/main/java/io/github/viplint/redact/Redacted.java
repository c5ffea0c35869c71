package io.github.viplint.redact;

import io.github.viplint.capture.Secret;
import java.util.EnumMap;
import java.util.Map;

/**
 * A text without its secrets.
 *
 * @param cut how many secrets of each kind stood there by their form
 * @param repeated how often a value that is a secret elsewhere came again
 */
public record Redacted(String text, Map<Secret.Kind, Integer> cut, int repeated) {
  public Redacted {
    cut = cut.isEmpty() ? Map.of() : new EnumMap<>(cut);
  }
}
