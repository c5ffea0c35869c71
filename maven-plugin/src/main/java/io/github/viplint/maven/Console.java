package io.github.viplint.maven;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.ConciseReport;
import io.github.viplint.report.Style;
import io.github.viplint.report.SuppressedRow;
import io.github.viplint.report.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Tells a report through Maven's log, each thing at the level of its severity. */
final class Console {
  private static final int MOST_OF_A_FILE = 3;

  private final Log log;
  private final boolean problemsFail;

  /**
   * @param problemsFail whether a file that could not be read is an error, or else a warning
   */
  Console(Log log, boolean problemsFail) {
    this.log = log;
    this.problemsFail = problemsFail;
  }

  void print(Report report) {
    problems(report);
    List<String> lines = concise(report);
    List<Report.Entry> findings = report.findings();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i).finding();
      log(finding.severity(), lines.get(i));
      help(finding).ifPresent(help -> log(finding.severity(), "  help: " + Visible.line(help)));
    }
    lines.subList(findings.size(), lines.size()).forEach(log::info);
    SuppressedRow.summary(report).ifPresent(log::info);
  }

  /** A line for each finding, in their order, and then what was looked at. */
  private static List<String> concise(Report report) {
    StringWriter text = new StringWriter();
    try {
      new ConciseReport().write(report, text, Style.PLAIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().lines().toList();
  }

  private static Optional<String> help(Finding finding) {
    return finding.help().isEmpty()
        ? finding.fixes().stream().map(Fix::title).findFirst()
        : Optional.of(finding.help());
  }

  private void problems(Report report) {
    Map<String, Integer> ofFile = new LinkedHashMap<>();
    for (InputProblem problem : report.problems()) {
      int count = ofFile.merge(problem.file(), 1, Integer::sum);
      if (problem.fatal() || count <= MOST_OF_A_FILE) {
        String where = problem.place().map(Object::toString).orElse(problem.file());
        log(
            problem.fatal() && problemsFail ? Severity.ERROR : Severity.WARNING,
            Visible.line(where) + ": " + Visible.line(problem.message()));
      }
    }
    ofFile.forEach(
        (file, count) -> {
          if (count > MOST_OF_A_FILE) {
            log.warn(
                Visible.line(file)
                    + ": … and "
                    + (count - MOST_OF_A_FILE)
                    + " more that could not be read");
          }
        });
    report
        .ruleErrors()
        .forEach(
            error ->
                log.error("rule " + error.rule() + " broke: " + Visible.line(error.message())));
  }

  private void log(Severity severity, String line) {
    switch (severity) {
      case ERROR -> log.error(line);
      case WARNING -> log.warn(line);
      case INFO -> log.info(line);
    }
  }
}
