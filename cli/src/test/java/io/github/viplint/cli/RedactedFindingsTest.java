package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What is wrong with a lab is as wrong under other names and addresses, and without its secrets.
 */
class RedactedFindingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BUNDLES = Path.of("../testdata/bundles");
  private static final List<Path> CAPTURES =
      List.of(Path.of("../../shared/captures"), Path.of("../shared/captures"));
  private static final List<String> KEYS = List.of("one", "two", "three", "four");

  private static List<Path> labs() throws IOException {
    List<Path> labs = new ArrayList<>();
    for (Path root : Stream.concat(Stream.of(BUNDLES), CAPTURES.stream()).toList()) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> folders = Files.list(root)) {
          folders.filter(Files::isDirectory).sorted().forEach(labs::add);
        }
      }
    }
    return labs;
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> anonymizedAllFindingsStay() throws IOException {
    return labs().stream()
        .map(
            lab ->
                dynamicTest(
                    lab.getFileName().toString(),
                    () -> {
                      List<String> plain = FoundRows.of(check(lab.toString()));
                      for (String key : KEYS) {
                        assertThat(FoundRows.of(check("--anonymize=" + key, lab.toString())))
                            .as("with key " + key)
                            .isEqualTo(plain);
                      }
                    }));
  }

  /** The report of the anonymized lab is that of the anonymized copy. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> theReportOfACopyIsTheReportRedacted(@TempDir Path folder) throws IOException {
    return labs().stream()
        .map(
            lab ->
                dynamicTest(
                    lab.getFileName().toString(),
                    () -> {
                      for (String option : List.of("", "--anonymize=one")) {
                        Path copy = folder.resolve(lab.getFileName() + option);
                        redact(option, lab, copy);
                        List<String> options = option.isEmpty() ? List.of() : List.of(option);
                        assertThat(told(check(copy.toString()), copy))
                            .containsExactlyInAnyOrderElementsOf(
                                told(check(with(options, lab.toString())), lab));
                      }
                    }));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> redactedTwiceIsRedactedOnce(@TempDir Path folder) throws IOException {
    return labs().stream()
        .map(
            lab ->
                dynamicTest(
                    lab.getFileName().toString(),
                    () -> {
                      Path once = folder.resolve(lab.getFileName() + "-1");
                      Path twice = folder.resolve(lab.getFileName() + "-2");
                      redact("", lab, once);
                      redact("", once, twice);
                      assertThat(files(twice)).isEqualTo(files(once));
                    }));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> withOneKeyEachFileIsRedactedAsAmongTheOthers(@TempDir Path folder)
      throws IOException {
    return labs().stream()
        .map(
            lab ->
                dynamicTest(
                    lab.getFileName().toString(),
                    () -> {
                      Path once = folder.resolve(lab.getFileName() + "-a");
                      Path again = folder.resolve(lab.getFileName() + "-b");
                      redact("--anonymize=one", lab, once);
                      redact("--anonymize=one", lab, again);
                      assertThat(files(again)).isEqualTo(files(once));
                    }));
  }

  private static void redact(String option, Path lab, Path copy) {
    List<String> words = new ArrayList<>(List.of("redact", lab.toString(), "-o", copy.toString()));
    if (!option.isEmpty()) {
      words.add(option);
    }
    assertThat(new Program().run(words.toArray(String[]::new)).exit()).isEqualTo(Exit.OK);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith("viplint-redacted.")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }

  private static String[] with(List<String> options, String path) {
    List<String> words = new ArrayList<>(options);
    words.add(path);
    return words.toArray(String[]::new);
  }

  private static JsonNode check(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("check", "--format", "json"));
    all.addAll(List.of(words));
    Program.Outcome outcome = new Program().run(all.toArray(String[]::new));
    assertThat(outcome.exit()).isNotEqualTo(Exit.INTERNAL);
    return JSON.readTree(outcome.out());
  }

  /** The names of the folders above may be others too. */
  private static String below(Path lab, String file) {
    return Path.of(file).subpath(lab.getNameCount(), Path.of(file).getNameCount()).toString();
  }

  /** An excerpt has 200 characters of the line, and of a secret as many as it has. */
  private static String begin(String excerpt) {
    return excerpt.substring(0, Math.min(excerpt.length(), 150));
  }

  /**
   * What a report says, word by word. VL901 is about what the copy lacks, and that a hash is the
   * one of the default password can only be seen of the hash. Behind a secret columns are others.
   */
  private static List<String> told(JsonNode report, Path lab) {
    List<String> said = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("rule").asText().equals("VL901")) {
        continue;
      }
      said.add(
          String.join(
              "\n",
              finding.get("rule").asText(),
              finding.get("severity").asText(),
              finding.get("message").asText(),
              below(lab, finding.get("location").get("file").asText()),
              finding.get("location").get("startLine").asText(),
              begin(finding.get("location").get("snippet").asText()),
              finding.get("subjects").toString(),
              finding.get("confirm").toString(),
              finding.get("fingerprint").asText()));
    }
    return said;
  }
}
