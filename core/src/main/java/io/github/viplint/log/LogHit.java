package io.github.viplint.log;

import io.github.viplint.model.LogEntry;
import java.util.Map;
import java.util.Optional;

/**
 * A log entry that matched a signature.
 *
 * @param groups the named groups that took part in the match
 */
public record LogHit(Signature signature, LogEntry entry, Map<String, String> groups) {
  public LogHit {
    groups = Map.copyOf(groups);
  }

  public Optional<String> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }
}
