package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From which severity on findings are a failure. */
final class FailOnOption {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = FailOn.Converter.class,
      completionCandidates = FailOn.Converter.class,
      description =
          "Exit with 1 from this severity on: error, warning, info or never (default: error).")
  private FailOn failOn = new FailOn(Optional.of(Severity.ERROR));

  boolean isMetBy(List<Report.Entry> entries) {
    return failOn.isMetBy(entries);
  }
}
