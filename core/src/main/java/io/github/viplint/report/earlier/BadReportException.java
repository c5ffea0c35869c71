package io.github.viplint.report.earlier;

/** A text that is no JSON report, or one that does not hold together; the message says where. */
public final class BadReportException extends Exception {
  private static final long serialVersionUID = 1L;

  BadReportException(String message) {
    super(message);
  }
}
