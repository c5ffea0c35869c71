package io.github.viplint.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How to print what is no report. */
final class ListFormatOption {
  private static final String JSON = "json";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Format.class,
      completionCandidates = Format.class,
      description = "text or json (default: text).")
  private String format = "text";

  /** For programs; else for people. */
  boolean isJson() {
    return format.equals(JSON);
  }

  static final class Format extends Word<String> {
    Format() {
      super("format", List.of("text", JSON), Function.identity());
    }
  }
}
