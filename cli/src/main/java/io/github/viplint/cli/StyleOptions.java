package io.github.viplint.cli;

import io.github.viplint.report.Style;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How much is said, and how it looks. */
final class StyleOptions {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = When.class,
      completionCandidates = When.class,
      description = "auto, always or never. auto: on a terminal, unless NO_COLOR is set.")
  private String color = "auto";

  @Option(
      names = {"-q", "--quiet"},
      description = "Print findings only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print symptoms in full, and what became of each rule.")
  private boolean verbose;

  Style style(Terminal terminal) {
    boolean colored = color.equals("always") || color.equals("auto") && terminal.likesColor();
    return new Style(colored, detail());
  }

  /** The same detail for a file, which has no colours. */
  Style plain() {
    return new Style(false, detail());
  }

  boolean verbose() {
    return verbose;
  }

  private Style.Detail detail() {
    if (verbose) {
      return Style.Detail.VERBOSE;
    }
    return quiet ? Style.Detail.QUIET : Style.Detail.NORMAL;
  }

  static final class When extends Word<String> {
    When() {
      super("way to colour", List.of("auto", "always", "never"), Function.identity());
    }
  }
}
