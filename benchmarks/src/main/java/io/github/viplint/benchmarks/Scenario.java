package io.github.viplint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An input to generate, and what to run on it. */
interface Scenario {

  /** What the command line calls it. */
  String name();

  /** One sentence for the list. */
  String description();

  /**
   * Makes the input in {@code folder}, an empty one.
   *
   * @param scale multiplies the size of the input; 1 is what the limits are for
   */
  Contest prepare(Path folder, double scale) throws IOException;

  /**
   * What to measure.
   *
   * @param input what was generated, in words
   * @param arguments of viplint
   * @param rival the command to compare with; empty where no tool does the same
   * @param mostRatio how often the rival's time viplint may take
   * @param mostMebibytes the peak of viplint's resident memory
   */
  record Contest(
      String input,
      List<String> arguments,
      Optional<List<String>> rival,
      OptionalDouble mostRatio,
      OptionalInt mostMebibytes) {
    public Contest {
      arguments = List.copyOf(arguments);
    }
  }
}
