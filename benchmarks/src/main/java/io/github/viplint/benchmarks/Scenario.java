package io.github.viplint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
   * @param rivals what to compare with; none where no tool does the same
   * @param mostRatio how often the time of the fastest rival viplint may take
   * @param mostMebibytes the peak of viplint's resident memory
   * @param heap of how many mebibytes viplint's JVM is started, its {@code -Xmx}; empty for what
   *     that takes by itself
   */
  record Contest(
      String input,
      List<String> arguments,
      List<Rival> rivals,
      OptionalDouble mostRatio,
      OptionalInt mostMebibytes,
      OptionalInt heap) {
    public Contest {
      arguments = List.copyOf(arguments);
      rivals = List.copyOf(rivals);
    }

    /** In a heap of the JVM's own choice. */
    Contest(
        String input,
        List<String> arguments,
        List<Rival> rivals,
        OptionalDouble mostRatio,
        OptionalInt mostMebibytes) {
      this(input, arguments, rivals, mostRatio, mostMebibytes, OptionalInt.empty());
    }

    /** What a JVM reads besides its command line. */
    Map<String, String> environment() {
      return heap.isPresent()
          ? Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heap.getAsInt() + "m")
          : Map.of();
    }
  }

  /**
   * A command that does the same, and what to call it.
   *
   * @param own whether it is viplint's, with other arguments
   */
  record Rival(String name, List<String> command, boolean own) {
    public Rival {
      command = List.copyOf(command);
    }

    Rival(String name, List<String> command) {
      this(name, command, false);
    }
  }
}
