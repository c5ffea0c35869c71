package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is there as a whole or as it was. */
class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void takesThePlaceOfAnOldOneAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Path seen = Files.createLink(folder.resolve("seen"), file);

    new WholeFile(file)
        .write(
            out -> {
              out.write("new");
              out.flush();
              assertThat(file).hasContent("old");
            });

    assertThat(file).hasContent("new");
    assertThat(seen).as("who has it open").hasContent("old");
  }

  @Test
  void leavesTheOldOneWhenSomethingGoesWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");

    assertThatThrownBy(
            () ->
                new WholeFile(file)
                    .write(
                        out -> {
                          out.write("half");
                          throw new IOException("full");
                        }))
        .hasMessage("full");

    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
