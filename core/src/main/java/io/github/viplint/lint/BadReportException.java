package io.github.viplint.lint;

/** A text that is no JSON report, or one that does not hold together; the message says where. */
public final class BadReportException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and where, for people
   */
  public BadReportException(String message) {
    super(message);
  }
}
