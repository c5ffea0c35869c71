package io.github.viplint.read.log;

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

  /** A process number; empty for what is none. */
  static OptionalLong number(String digits) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() < 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }

  /** A process number in brackets or parentheses. */
  static OptionalLong bracketed(String text) {
    return number(text.substring(1, text.length() - 1));
  }
}
