package io.github.viplint.twin.appliance;

import io.github.viplint.capture.Span;
import java.util.List;

/** One line of a file that a service acts on, and what comes of it. */
public interface BootLine {
  /** The line without its end. */
  Span span();

  LineOutcome outcome();

  /**
   * What happens and why, in one sentence, with what the kernel or iproute2 prints; empty for a
   * line that is ignored or simply added.
   */
  String message();

  /** What the service writes into the journal while it works on the line. */
  List<String> journal();
}
