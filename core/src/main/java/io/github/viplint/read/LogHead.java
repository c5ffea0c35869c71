package io.github.viplint.read;

import io.github.viplint.model.LogTime;
import java.util.Optional;
import java.util.OptionalLong;

/** A log record taken apart: what stands before the message, and the message. */
record LogHead(
    Optional<LogTime> time,
    Optional<String> host,
    String program,
    OptionalLong pid,
    Optional<String> level,
    Optional<String> operation,
    String message) {

  /** A record that is message only. */
  static LogHead none(String message) {
    return new LogHead(
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        message);
  }
}
