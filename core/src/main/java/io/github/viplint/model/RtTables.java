package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;

/** {@code /etc/iproute2/rt_tables}: the names of route tables. */
public record RtTables(Capture capture, List<Entry> entries) implements Facts {
  public RtTables {
    entries = List.copyOf(entries);
  }

  public record Entry(Span span, long id, String name) {}
}
