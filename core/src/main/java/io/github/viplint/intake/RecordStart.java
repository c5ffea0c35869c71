package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;

/** How the records of a log begin. */
@FunctionalInterface
interface RecordStart {
  /** A record of {@code journalctl -o export}. */
  String CURSOR = "__CURSOR=";

  /** In the first line of a record of {@code journalctl -o verbose}. */
  String VERBOSE = " [s=";

  boolean begins(String line);

  /**
   * How those of a log begin.
   *
   * @param head the beginning of the log
   */
  static RecordStart in(CaptureKind kind, String head) {
    if (head.startsWith(CURSOR) || head.contains("\n" + CURSOR)) {
      return line -> line.startsWith(CURSOR);
    }
    if (head.lines().limit(2).anyMatch(line -> line.contains(VERBOSE))) {
      return line -> line.contains(VERBOSE) && isOf(kind, line);
    }
    if (head.startsWith("{\n") || head.startsWith("{\r\n")) {
      return line -> line.startsWith("{");
    }
    return line -> isOf(kind, line);
  }

  private static boolean isOf(CaptureKind kind, String line) {
    return Verdict.of(line).filter(verdict -> verdict.kinds().contains(kind)).isPresent();
  }
}
