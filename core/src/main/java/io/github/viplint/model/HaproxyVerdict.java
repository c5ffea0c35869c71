package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code haproxy -c} said. It checks syntax and references, never whether an address can be
 * bound.
 */
public record HaproxyVerdict(Capture capture, Span span, boolean valid, List<Message> messages)
    implements Facts {
  public HaproxyVerdict {
    messages = List.copyOf(messages);
  }

  /** A message, with the place in the configuration that it names. */
  public record Message(
      Span span, String level, Optional<String> file, OptionalInt line, String text) {}
}
