package io.github.viplint.read.line;

/**
 * Says why a line can't be read. Never leaves its reader, and never holds text of the line, which
 * may be a secret.
 */
public final class UnreadableLine extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  public UnreadableLine(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
