package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of every known kind in every kind of file gets out by no command, format or error. */
class EverySecretStaysInsideTest {
  private static final EverySecret LAB = new EverySecret();

  @TempDir static Path temp;

  @BeforeAll
  static void write() throws IOException {
    LAB.writeTo(temp.resolve("lab"));
    Files.write(temp.resolve("lab.tgz"), LAB.archive());
  }

  static Stream<String> commands() {
    List<String> commands = new ArrayList<>();
    commands.add("check");
    commands.add("check -q");
    commands.add("check -q --anonymize=k --format json");
    for (String kind : List.of("haproxy-cfg", "anyip-routes", "ip-rule", "journal")) {
      commands.add("check -v --kind " + kind + "=*");
    }
    commands.add("inputs -v");
    commands.add("inputs --format json");
    commands.add("boot -v");
    commands.add("boot --format json");
    commands.add("boot --on nobody");
    commands.add("route 10.9.8.20 --in");
    commands.add("route 10.9.8.20 --format json --in");
    commands.add("route 10.9.8.20 --on nobody --in");
    commands.add("fix");
    commands.add("fix --unsafe --format json");
    return commands.stream();
  }

  /** One run writes them all: most of a run is the lint. */
  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"lab", "lab.tgz", "-"})
  void ofReports(String input) throws IOException {
    Path reports = Files.createTempDirectory(temp, "reports");
    StringBuilder command = new StringBuilder("check -v --color always");
    for (String format : ReportFormat.ids()) {
      command.append(" --report ").append(format).append('=').append(reports.resolve(format));
    }
    boolean paste = input.equals("-");
    keeps(
        command.toString(),
        paste ? input : temp.resolve(input).toString(),
        paste ? LAB.paste() : "");
    for (String format : ReportFormat.ids()) {
      String report = Files.readString(reports.resolve(format));
      assertThat(report).as(format).isNotBlank();
      none(report);
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("commands")
  void ofAFolder(String command) {
    keeps(command, temp.resolve("lab").toString(), "");
  }

  /** What is in an archive or a paste is told as what is in a folder. */
  static Stream<String> some() {
    return Stream.of("inputs -v", "boot -v");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("some")
  void ofAnArchive(String command) {
    keeps(command, temp.resolve("lab.tgz").toString(), "");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("some")
  void ofAPaste(String command) {
    keeps(command, "-", LAB.paste());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void ofACopy() throws IOException {
    for (String input : List.of("lab", "lab.tgz")) {
      for (String option : List.of("", "=k")) {
        Path out = temp.resolve("copy" + input + option);
        List<String> words =
            new ArrayList<>(
                List.of("redact", temp.resolve(input).toString(), "-o", out.toString()));
        if (!option.isEmpty()) {
          words.add("--anonymize" + option);
        }
        Program.Outcome outcome = new Program().run(words.toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(Exit.OK);
        none(outcome.out());
        none(outcome.err());
        try (Stream<Path> files = Files.walk(out)) {
          for (Path file : files.toList()) {
            none(out.relativize(file).toString());
            if (Files.isRegularFile(file)) {
              none(Files.readString(file));
            }
          }
        }
      }
    }
  }

  private static void keeps(String command, String input, String in) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(input);
    Program.Outcome outcome = new Program().in(in).run(words.toArray(String[]::new));
    assertThat(outcome.exit()).isNotEqualTo(Exit.INTERNAL);
    assertThat(outcome.out() + outcome.err()).isNotBlank();
    none(outcome.out());
    none(outcome.err());
  }

  private static void none(String text) {
    List<String> shown = LAB.secrets().stream().filter(text::contains).toList();
    assertThat(shown.stream().map(secret -> around(text, secret)).limit(60).toList())
        .as("%d secrets", shown.size())
        .isEmpty();
  }

  private static String around(String text, String secret) {
    int at = text.indexOf(secret);
    return text.substring(Math.max(0, at - 50), Math.min(text.length(), at + secret.length() + 10));
  }
}
