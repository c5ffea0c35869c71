package io.github.viplint.twin.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a real kernel (6.18) answered on a hundred hosts, sixteen questions each. */
class KernelOracleTest {
  private static final Path CASES = Path.of("../../shared/corpus/kernel-oracle");

  @Test
  void answersAsTheKernelDid() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "no ../shared/corpus/kernel-oracle");
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        OracleHost host = OracleHost.parse(Files.readString(file));
        host.disagreements().forEach(text -> wrong.add(file.getFileName() + ": " + text));
        asked += host.answers().size();
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isEqualTo(1600);
  }
}
