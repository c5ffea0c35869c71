package io.github.viplint.intake.archive;

import java.io.IOException;

/** Something is larger than anything that a lab hands in; the message says what, for people. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitException(String message) {
    super(message);
  }
}
