package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/** What one document says of the lab as it is meant to be, in the order written. */
public record Plan(Capture capture, List<Planned> entries) implements Facts {
  public Plan {
    entries = List.copyOf(entries);
  }
}
