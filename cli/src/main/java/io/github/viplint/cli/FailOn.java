package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From which severity on findings are a failure; empty for never. */
record FailOn(Optional<Severity> severity) {
  /** Whether the report has one. */
  boolean isMetBy(Report report) {
    return isMetBy(report.findings());
  }

  /** Whether one of these is. */
  boolean isMetBy(List<Report.Entry> entries) {
    return entries.stream()
        .anyMatch(entry -> severity.filter(entry.finding().severity()::atLeast).isPresent());
  }

  /** The severity with this id. */
  static Optional<Severity> severity(String id) {
    return Arrays.stream(Severity.values()).filter(one -> one.id().equals(id)).findFirst();
  }

  static final class Converter extends Word<FailOn> {
    Converter() {
      super(
          "severity",
          Stream.concat(Arrays.stream(Severity.values()).map(Severity::id), Stream.of("never"))
              .toList(),
          id -> new FailOn(severity(id)));
    }
  }
}
