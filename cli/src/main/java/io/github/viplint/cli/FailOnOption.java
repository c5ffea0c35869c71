package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** From which severity on findings are a failure. */
final class FailOnOption {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      converter = Converter.class,
      description =
          "Exit with 1 from this severity on: error, warning, info or never (default: error).")
  private FailOn failOn = new FailOn(Optional.of(Severity.ERROR));

  boolean includesAny(List<Report.Entry> entries) {
    return entries.stream().anyMatch(entry -> failOn.includes(entry.finding().severity()));
  }

  /**
   * @param severity empty for never
   */
  private record FailOn(Optional<Severity> severity) {
    boolean includes(Severity found) {
      return severity.filter(found::atLeast).isPresent();
    }
  }

  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String value) {
      List<String> words =
          Stream.concat(Arrays.stream(Severity.values()).map(Severity::id), Stream.of("never"))
              .toList();
      String word = Choice.of("severity", value, words);
      return new FailOn(
          Arrays.stream(Severity.values()).filter(one -> one.id().equals(word)).findFirst());
    }
  }
}
