package io.github.viplint.fix;

import io.github.viplint.lint.Report;

/** How many times captures may be linted again. Not for use by several threads. */
final class Effort {
  /** A longer line counts for more than one. */
  private static final int LINE = 50;

  private int runsLeft;
  private long linesLeft;
  private String reason =
      "there are too many to try them all; mend the proven ones (`viplint fix`) and check again";

  /**
   * @param runs how many runs at most
   * @param lines how many lines at most, of all runs together
   */
  Effort(int runs, long lines) {
    this.runsLeft = runs;
    this.linesLeft = lines;
  }

  /** Whether one more run may be made. */
  boolean isLeft() {
    return isLeft(1, 0);
  }

  /** Whether so many more may be made, over so many lines each. */
  boolean isLeft(int runs, long lines) {
    return runsLeft >= runs && linesLeft > (runs - 1) * lines;
  }

  void spend(long lines) {
    runsLeft--;
    linesLeft -= lines;
  }

  /** No further run is made, for it takes more memory than there is. */
  void endForMemory() {
    runsLeft = 0;
    reason = "trying it takes more memory than there is";
  }

  /** Why no further run is made. */
  String reason() {
    return reason;
  }

  /** What a run over a lab costs. */
  static long of(Report report, String lab) {
    return report.captures().stream()
        .filter(one -> one.lab().equals(lab))
        .mapToLong(one -> Math.max(one.coverage().total(), one.capture().text().length() / LINE))
        .sum();
  }
}
