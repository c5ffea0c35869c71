package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pastes of real labs, where they are at hand")
class RealPastesTest {
  private static final Path CAPTURES = Path.of("..", "..", "shared", "captures");

  @BeforeEach
  void areAtHand() {
    assumeThat(CAPTURES).as("the captures beside the repository").isDirectory();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("are understood line by line")
  void understood() {
    Intake intake =
        Intake.of(
            Inputs.ofPaths(files(CAPTURES).stream().map(Path::toString).toList()),
            texts -> Mask.NONE,
            (bytes, from, to) -> -1);

    assertThat(intake.problems()).isEmpty();
    assertThat(intake.accounts())
        .isNotEmpty()
        .allSatisfy(account -> assertThat(account.strays()).as(account.source().file()).isEmpty());
  }

  @Test
  @DisplayName("have every line in a capture of the same kind, one by one or in one paste")
  void together() throws IOException {
    try (Stream<Path> labs = Files.list(CAPTURES)) {
      for (Path lab : labs.sorted().toList()) {
        StringBuilder paste = new StringBuilder();
        for (Path file : files(lab)) {
          paste.append(Files.readString(file)).append("\n");
        }
        Intake apart =
            Intake.of(
                Inputs.ofPaths(files(lab).stream().map(Path::toString).toList()),
                texts -> Mask.NONE,
                (bytes, from, to) -> -1);

        assertThat(told(Split.of(paste.toString()).intake()))
            .as(lab.toString())
            .isEqualTo(told(apart));
      }
    }
  }

  private static List<String> told(Intake intake) {
    return intake.labs().stream()
        .flatMap(lab -> lab.captures().stream())
        .flatMap(
            capture ->
                capture
                    .text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> capture.kind() + ": " + line))
        .toList();
  }
}
