package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/** The entries of a log, in the order written. */
public record Log(Capture capture, List<LogEntry> entries) implements Facts {
  public Log {
    entries = List.copyOf(entries);
  }
}
