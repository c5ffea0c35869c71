package io.github.viplint.cli;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.lint.Report;
import io.github.viplint.report.SuppressedRow;
import io.github.viplint.report.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells on standard error what could not be read and what broke: a few of each file, then how many.
 */
final class Problems {
  private static final int MOST_OF_A_FILE = 3;
  private static final int MOST_FILES = 20;

  private final Report report;

  Problems(Report report) {
    this.report = report;
  }

  /**
   * @param all whether to print each single one
   */
  void print(PrintWriter err, boolean all) {
    int most = all ? Integer.MAX_VALUE : MOST_OF_A_FILE;
    Map<String, List<InputProblem>> byFile = new LinkedHashMap<>();
    for (InputProblem problem : report.problems()) {
      byFile.computeIfAbsent(problem.file(), key -> new ArrayList<>()).add(problem);
    }
    int files = 0;
    for (Map.Entry<String, List<InputProblem>> entry : byFile.entrySet()) {
      if (++files > MOST_FILES && !all) {
        int more = byFile.size() - MOST_FILES;
        err.println("viplint: … and problems in " + more + " more files (-v shows all)");
        break;
      }
      print(entry.getKey(), entry.getValue(), most, err);
    }
    if (report.captures().isEmpty() && !incomplete()) {
      err.println("viplint: nothing was recognised in what was given");
    }
    report
        .ruleErrors()
        .forEach(
            error -> err.println("viplint: rule " + error.rule() + " broke: " + error.message()));
    SuppressedRow.summary(report).ifPresent(row -> err.println("viplint: " + row));
    err.flush();
  }

  private static void print(String file, List<InputProblem> problems, int most, PrintWriter err) {
    for (InputProblem problem : problems.subList(0, Math.min(most, problems.size()))) {
      String where = problem.place().map(Object::toString).orElse(problem.file());
      err.println("viplint: " + Visible.line(where) + ": " + Visible.line(problem.message()));
    }
    int more = problems.size() - most;
    if (more > 0) {
      err.println(
          "viplint: "
              + Visible.line(file)
              + ": … and "
              + more
              + (more == 1 ? " more problem" : " more problems")
              + " (-v shows all)");
    }
  }

  private boolean incomplete() {
    return report.problems().stream().anyMatch(InputProblem::fatal);
  }

  /** The exit code that they ask for: {@link Exit#INTERNAL}, {@link Exit#INCOMPLETE} or none. */
  int exit(int otherwise) {
    if (report.broken()) {
      return Exit.INTERNAL;
    }
    if (otherwise == Exit.OK && (incomplete() || report.captures().isEmpty())) {
      return Exit.INCOMPLETE;
    }
    return otherwise;
  }
}
