package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real files, and what haproxy 2.6.12 made of them. */
class HaproxyCorpusTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "haproxy");

  @BeforeEach
  void corpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no ../shared/corpus/haproxy");
  }

  @Test
  void filesThatHaproxyAcceptsAreReadWithoutAProblem() throws IOException {
    List<String> rejected = new ArrayList<>();
    for (String row : Files.readAllLines(CORPUS.resolve("verdicts.tsv"))) {
      String[] fields = row.split("\t");
      if (fields[3].startsWith("REJECT")) {
        rejected.add(fields[0]);
      }
    }
    List<Path> files = files("wild", "");
    assertThat(files).hasSizeGreaterThan(100);
    for (Path file : files) {
      Reading reading = read(CaptureKind.HAPROXY_CFG, file);
      if (!rejected.contains("wild/" + file.getFileName())) {
        assertThat(reading.problems()).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void theVerdictIsTheExitStatus() throws IOException {
    for (String folder : List.of("semantic", "lexical")) {
      for (Path file : files(folder, ".cfg")) {
        String oracle = text(oracle(file));
        if (oracle.startsWith("# exit=")) {
          assertThat(verdict(file).valid())
              .as(file.toString())
              .isEqualTo(oracle.startsWith("# exit=0"));
        }
      }
    }
  }

  private static HaproxyVerdict verdict(Path file) throws IOException {
    String printed = text(oracle(file)).replaceFirst("# exit=.*", "");
    Reading reading =
        new HaproxyCheckReader().read(Pasted.file(CaptureKind.HAPROXY_CHECK, printed));
    assertThat(reading.facts()).as(file + "\n" + printed).hasSize(1);
    return (HaproxyVerdict) reading.facts().get(0);
  }

  private static Reading read(CaptureKind kind, Path file) throws IOException {
    return new HaproxyCfgReader().read(Pasted.file(kind, text(file)));
  }

  private static Path oracle(Path file) {
    return Path.of(file + ".oracle.txt");
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static List<Path> files(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
