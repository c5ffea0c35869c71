package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.LogEntry;
import java.util.Map;
import java.util.Optional;

/** A log entry that matched the signature asked for, with the named groups that took part. */
public record LogHit(LogEntry entry, Map<String, String> groups) {
  public LogHit {
    groups = Map.copyOf(groups);
  }

  public Optional<String> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  public Span span() {
    return entry.span();
  }
}
