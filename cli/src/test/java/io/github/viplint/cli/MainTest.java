package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.Viplint;
import io.github.viplint.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the command line. */
class MainTest {
  private static final String RANGES =
      """
      # Configuration file that contains a line-delimited list of CIDR values
      10.20.30.16/28
      """;

  @TempDir Path folder;
  private String healthy;
  private String broken;

  @BeforeEach
  void captures() throws IOException {
    healthy = file("healthy/anyip-routes.cfg", RANGES);
    broken = file("broken/anyip-routes.cfg", RANGES + "# error\n# warning\n# info\n");
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static Program program() {
    return new Program().with(WordRules::library);
  }

  private static Program.Outcome run(String... args) {
    return program().run(args);
  }

  // Exit codes

  @Test
  void nothingFoundIs0() {
    assertThat(run(healthy).exit()).isZero();
  }

  @Test
  void findingsAre1() {
    assertThat(run(broken).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "# error, error, 1",
    "# error, never, 0",
    "# warning, error, 0",
    "# warning, warning, 1",
    "# info, warning, 0",
    "# info, info, 1"
  })
  void failOnSaysFromWhichSeverity(String line, String failOn, int exit) throws IOException {
    String ranges = file("anyip-routes.cfg", RANGES + line + "\n");
    assertThat(run("--fail-on", failOn, ranges).exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such-option",
        "--format=yaml",
        "--report=json",
        "--report=yaml=/tmp/x",
        "--report=json=/no/such/folder/x",
        "--report=json=/",
        "--kind=nonsense=*",
        "--kind=ip-rule",
        "--host==x",
        "--host=a=[",
        "--fail-on=fatal",
        "--min-severity=never",
        "--color=pink",
        "--haproxy=1.5",
        "--haproxy=2.0",
        "--haproxy=4.0",
        "--haproxy=new",
        "--appliance=new"
      })
  void wrongUsageIs2AndNothingRuns(String option) {
    Program.Outcome outcome = run(option, broken);
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("viplint: ").contains("--help").doesNotContain("\tat ");
  }

  @Test
  void noRulesAre2() {
    Program.Outcome outcome =
        new Program().with(options -> new Viplint(List.of(), options)).run(broken);
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("viplint: there is no rule to run\n");
  }

  @Test
  void whatCannotBeReadIs3AndTheRestIsLinted() {
    Program.Outcome outcome = run(healthy, folder.resolve("missing").toString());
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("missing");
    assertThat(outcome.out()).contains("1 capture,");
  }

  @Test
  void aWordThatIsNoCommandIsTakenForAPathAndSaidSo() {
    Program.Outcome outcome = run("lint", broken);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("there is no command 'lint' (viplint --help lists all)")
        .contains("lint: does not exist");
    assertThat(run(broken).err()).doesNotContain("no command");
  }

  @Test
  void emptyInputIs3() {
    assertThat(program().in("").run().exit()).isEqualTo(3);
    assertThat(program().in("").run("-").exit()).isEqualTo(3);
  }

  @Test
  void findingsCountMoreThanWhatCannotBeRead() {
    assertThat(run(broken, folder.resolve("missing").toString()).exit()).isEqualTo(1);
  }

  @Test
  void aBrokenRuleIs4AndTheOthersReport() throws IOException {
    Program.Outcome outcome = run(file("anyip-routes.cfg", RANGES + "# error\n# crash\n"));
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.out()).contains("found the word error").contains("1 broke");
    assertThat(outcome.err())
        .contains("rule TT104/word-crash broke: IllegalStateException")
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void anInternalErrorIs4InOneLine() {
    Program.Outcome outcome =
        new Program()
            .with(
                options -> {
                  throw new IllegalStateException("text of a capture");
                })
            .run(broken);
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err())
        .isEqualTo("viplint: internal error: java.lang.IllegalStateException\n");
  }

  // Commands and options in any order

  @Test
  void checkIsTheDefault() {
    assertThat(run("check", broken)).isEqualTo(run(broken));
    assertThat(run("--format", "concise", "check", broken))
        .isEqualTo(run(broken, "--format", "concise"))
        .isEqualTo(run("check", broken, "--format=concise"))
        .isEqualTo(run("check", "--format=concise", broken));
  }

  @Test
  void theNameOfACommandWinsOverAPath() {
    assertThat(run("rules").out()).startsWith("TT101");
    assertThat(run("./rules").err()).contains("./rules");
    assertThat(run("--", "rules").err()).contains("rules");
    assertThat(run("--format", "json", "rules").out()).startsWith("[");
  }

  @Test
  void aMisspeltOptionGetsTheNearest() {
    assertThat(run("--frmat", "json", broken).err()).contains("Did you mean --format?");
    assertThat(run("--format", "jsno", broken).err()).contains("did you mean json?");
    assertThat(run("--kind", "anyip-route=*", broken).err()).contains("did you mean anyip-routes?");
  }

  @Test
  void version() {
    assertThat(run("--version").out()).matches("viplint \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(run("-V")).isEqualTo(run("--version"));
  }

  @Test
  void help() {
    assertThat(run("--help").out()).contains("collect", "explain", "inputs", "rules", "Exit codes");
    assertThat(run("check", "--help").out()).contains("--fail-on", "--report", "--kind");
    assertThat(run("--help").exit()).isZero();
  }

  // Input

  @Test
  void pipedInputNeedsNoPath() {
    Program.Outcome piped = program().in(RANGES + "# error\n").run("--format", "concise");
    assertThat(piped.out()).startsWith("-:3:1: error[TT101] found the word error\n");
    assertThat(piped.err()).isEmpty();
    assertThat(program().in(RANGES + "# error\n").run("-", "--format", "concise")).isEqualTo(piped);
  }

  @Test
  void onATerminalItAsksForAPaste() {
    Terminal terminal = new Terminal(true, true, false, Map.of("NO_COLOR", "1"));
    assertThat(program().on(terminal).in(RANGES).run().err())
        .isEqualTo("viplint: paste what you captured, then press Ctrl-D\n");
    assertThat(program().on(terminal).run(healthy).err()).isEmpty();
  }

  @Test
  void kindAndHostCanBeSaid() {
    Program.Outcome outcome =
        run("inputs", "--kind", "resolv-conf=*.cfg", "--host", "lb7=*.cfg", healthy);
    assertThat(outcome.out()).contains("resolv-conf", "lb7");
  }

  // Output

  @Test
  void findingsGoToOutAndTheRestToErr() {
    Program.Outcome outcome =
        run("--format", "concise", "-q", broken, folder.resolve("missing").toString());
    assertThat(outcome.out())
        .isEqualTo(
            """
            %1$s:3:1: error[TT101] found the word error
            %1$s:4:1: warning[TT102] found the word warning
            %1$s:5:1: info[TT103] found the word info
            """
                .formatted(broken));
    assertThat(outcome.err()).contains("missing").hasLineCount(1);
  }

  @Test
  void minSeverityHidesAndSaysSo() {
    Program.Outcome outcome = run("--format", "concise", "--min-severity", "warning", broken);
    assertThat(outcome.out()).contains("warning[").doesNotContain("info[");
    assertThat(outcome.err()).isEqualTo("viplint: --min-severity hides 1 of the findings\n");
    assertThat(run("--min-severity", "error", "--fail-on", "info", broken).exit()).isEqualTo(1);
  }

  @Test
  void colorsOnATerminalOnly() {
    Terminal terminal = new Terminal(false, true, false, Map.of());
    Terminal noColor = new Terminal(false, true, false, Map.of("NO_COLOR", "1"));
    assertThat(run(broken).out()).doesNotContain("\u001b");
    assertThat(program().on(terminal).run(broken).out()).contains("\u001b[1;31merror");
    assertThat(program().on(noColor).run(broken).out()).doesNotContain("\u001b");
    assertThat(program().on(noColor).run("--color=always", broken).out()).contains("\u001b[");
    assertThat(program().on(terminal).run("--color=never", broken).out()).doesNotContain("\u001b");
    assertThat(program().on(terminal).run("--format=json", broken).out()).doesNotContain("\u001b");
  }

  @Test
  void reportsGoToFilesToo() throws IOException {
    Path json = folder.resolve("report.json");
    Path concise = folder.resolve("report.txt");
    Files.writeString(json, "an older report");

    Program.Outcome outcome =
        run("--report", "json=" + json, "--report", "concise=" + concise, broken);

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("found the word error");
    assertValid(Files.readString(json));
    assertThat(Files.readString(concise)).contains("error[TT101]");
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    assertThat(Files.getPosixFilePermissions(concise))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
    Files.delete(ordinary);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("healthy", "broken", "report.json", "report.txt");
    }
  }

  @Test
  void jsonFitsItsSchemaWhateverWasGiven() {
    assertValid(run("--format", "json", broken).out());
    assertValid(run("--format", "json", healthy).out());
    assertValid(run("--format", "json", folder.resolve("missing").toString()).out());
    assertValid(program().in("").run("--format", "json").out());
  }

  private static void assertValid(String json) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JsonReport.class.getResourceAsStream(JsonReport.SCHEMA));
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void problemsOfOneFileAreSummedUp() throws IOException {
    String ranges = file("anyip-routes.cfg", RANGES + "no range at all, is it?\n".repeat(400));
    Program.Outcome outcome = run(ranges);
    assertThat(outcome.err().lines().count()).isLessThan(6);
    assertThat(outcome.exit()).isZero();
  }

  // The other commands

  @Test
  void explainTakesCodeNameAndEarlierName() {
    assertThat(run("explain", "TT101").out()).startsWith("# TT101/word-error");
    assertThat(run("explain", "tt101")).isEqualTo(run("explain", "TT101"));
    assertThat(run("explain", "word-error")).isEqualTo(run("explain", "TT101"));
    assertThat(run("explain", "old-error")).isEqualTo(run("explain", "TT101"));
  }

  @Test
  void explainKnowsWhatWasMeant() {
    Program.Outcome outcome = run("explain", "word-eror");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no rule 'word-eror'; did you mean word-error?");
  }

  @Test
  void rulesListsThemAll() {
    assertThat(run("rules").out())
        .isEqualTo(
            """
            TT101  word-error    error    the word error is there
            TT102  word-warning  warning  the word warning is there
            TT103  word-info     info     the word info is there
            TT104  word-crash    error    the word crash is there
            """);
    assertThat(run("rules", "--format", "json").out()).contains("\"rule\": \"TT104\"");
  }

  @Test
  void inputsNeverFailsForFindings() {
    Program.Outcome outcome = run("inputs", broken);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains("anyip-routes", "exact, whole", "5 lines: 5 understood")
        .endsWith("1 capture in 1 input, 5 lines: 5 understood.\n");
    assertThat(run("inputs", folder.resolve("missing").toString()).exit()).isEqualTo(3);
    assertThat(run("inputs", "--format", "json", broken).out()).contains("\"strayLines\": []");
  }
}
