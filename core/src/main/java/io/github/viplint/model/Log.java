package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;
import java.util.Optional;

/**
 * What a log holds that a signature wants. The other lines were scanned and dropped.
 *
 * @param entries with at least one sighting each, in the order written
 * @param host the host field of its entries, where they have one and all have the same
 * @param first the time of the first line that has one
 * @param last the time of the last line that has one
 * @param until when the journal ends, as its head says
 */
public record Log(
    Capture capture,
    List<LogEntry> entries,
    Optional<String> host,
    Optional<LogTime> first,
    Optional<LogTime> last,
    Optional<LogTime> until)
    implements Facts {
  public Log {
    entries = List.copyOf(entries);
  }
}
