package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

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

  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String value) {
      List<Severity> all = Arrays.asList(Severity.values());
      List<String> words =
          Stream.concat(all.stream().map(Severity::id), Stream.of("never")).toList();
      String word = Choice.of("severity", value, words);
      return new FailOn(all.stream().filter(one -> one.id().equals(word)).findFirst());
    }
  }
}
