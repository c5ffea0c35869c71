package io.github.viplint.cli;

/** Wrong usage that shows only once the command line is parsed; the message says what is wrong. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
