package io.github.viplint.read;

/**
 * Says why a line can't be read. Never leaves its reader, and never holds text of the line, which
 * may be a secret.
 */
final class UnreadableLine extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableLine(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
