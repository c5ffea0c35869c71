package io.github.viplint.model;

import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of a log. A line that a terminal or a mail wrapped is one entry.
 *
 * @param span all of its lines
 * @param host the host field, as written
 * @param program the identifier: {@code haproxy}, {@code systemd}, {@code anyiproutectl.sh}; empty
 *     where there is none
 * @param operation an identifier that entries of one operation share (wcpsvc's opID)
 * @param message the text behind the prefix, wrapped lines joined by a blank
 * @param sightings the signatures that it matches
 */
public record LogEntry(
    Span span,
    Optional<LogTime> time,
    Optional<String> host,
    String program,
    OptionalLong pid,
    Optional<String> level,
    Optional<String> operation,
    String message,
    List<Sighting> sightings) {
  public LogEntry {
    sightings = List.copyOf(sightings);
  }
}
