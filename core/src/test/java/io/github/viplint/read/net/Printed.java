package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What commands print, for tests. */
public final class Printed {
  private Printed() {}

  /** What {@code command} printed. */
  public static Capture by(CaptureKind kind, String command, String text) {
    Source source = new Source("test.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    return Capture.whole(source)
        .kind(kind)
        .fidelity(Fidelity.PASTED)
        .command(Optional.of(command))
        .build();
  }

  /** The only fact of a capture that was read without problems. */
  public static <T extends Facts> T only(Class<T> type, Reading reading) {
    List<String> problems = problems(reading);
    if (!problems.isEmpty() || reading.facts().size() != 1) {
      throw new AssertionError(problems + " " + reading.facts());
    }
    return type.cast(reading.facts().get(0));
  }

  /** Line and message of each problem: {@code 3: no route}. */
  public static List<String> problems(Reading reading) {
    return reading.problems().stream()
        .map(problem -> problem.place().orElseThrow().startLine() + ": " + problem.message())
        .toList();
  }

  /** A coverage without problems. */
  public static Coverage understood(int lines) {
    return new Coverage(lines, lines, 0, 0);
  }
}
