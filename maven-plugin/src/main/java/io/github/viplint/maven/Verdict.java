package io.github.viplint.maven;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** Whether a report fails the build, and why. */
final class Verdict {
  private final List<String> reasons = new ArrayList<>();

  Verdict(Report report, FailOn failOn, boolean failOnInputProblem) {
    for (Severity severity : Severity.values()) {
      long found = report.count(severity);
      if (found > 0 && failOn.isMetBy(severity)) {
        reasons.add(count(found, severity.id()));
      }
    }
    long unread = report.problems().stream().filter(InputProblem::fatal).count();
    if (unread > 0 && failOnInputProblem) {
      reasons.add(count(unread, "file") + " that could not be read or recognised");
    }
  }

  boolean fails() {
    return !reasons.isEmpty();
  }

  /** {@code viplint found 1 error, 2 warnings, see above}. */
  String message() {
    return "viplint found " + String.join(", ", reasons) + ", see above";
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
