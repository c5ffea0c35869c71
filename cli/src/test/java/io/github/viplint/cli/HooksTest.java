package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pre-commit and GitHub run, as the files at the top of the repository say. */
class HooksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path dir;

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(ROOT.resolve(name).toFile());
  }

  @BeforeEach
  void inACheckout() {
    assumeTrue(Files.exists(ROOT.resolve("action.yml")), "not in a checkout");
  }

  @Test
  void theHookRunsTheLauncherWithOptionsThatThereAre() throws IOException {
    JsonNode hook = yaml(".pre-commit-hooks.yaml").get(0);
    List<String> entry = List.of(hook.get("entry").asText().split(" "));
    assertThat(ROOT.resolve(entry.get(0))).isExecutable();
    assertThat(hook.get("pass_filenames").asBoolean()).isFalse();

    String lab = ROOT.resolve("testdata/bundles/refused-range").toString();
    String[] args = entry.subList(1, entry.size()).toArray(new String[entry.size()]);
    args[args.length - 1] = lab;
    assertThat(new Program().run(args).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "labs/blue/etc/vmware/anyip-routes.cfg, true",
    "haproxy.cfg, true",
    "labs/.viplint.yaml, true",
    ".viplint-baseline.json, true",
    "labs/haproxy.cfg.orig, false",
    "my-haproxy.cfg, false",
    "README.md, false"
  })
  void theHookRunsForFilesOfAppliances(String file, boolean runs) throws IOException {
    Pattern files = Pattern.compile(yaml(".pre-commit-hooks.yaml").get(0).get("files").asText());
    assertThat(files.matcher(file).find()).isEqualTo(runs);
  }

  /** A value put into a script could hold commands; in the environment it is text. */
  @Test
  void noInputIsPutIntoAScript() throws IOException {
    JsonNode action = yaml("action.yml");
    for (JsonNode step : action.at("/runs/steps")) {
      assertThat(step.path("run").asText()).doesNotContain("${{");
      step.path("env")
          .forEach(
              value ->
                  assertThat(action.get("inputs").fieldNames())
                      .toIterable()
                      .contains(value.asText().replaceAll(".*inputs\\.([a-z-]+) .*", "$1")));
    }
  }

  @Test
  void theActionGivesTheLauncherWhatItsInputsSay() throws Exception {
    assertThat(
            given(
                Map.of(
                    "VIPLINT_PATHS", "labs/blue\n\nlabs/$(touch pwned) \"x\"\n",
                    "VIPLINT_FAIL_ON", "warning",
                    "VIPLINT_CONFIG", "c.yaml",
                    "VIPLINT_BASELINE", "b.json",
                    "VIPLINT_SARIF", "out.sarif",
                    "GITHUB_STEP_SUMMARY", "/tmp/summary")))
        .containsExactly(
            "check",
            "--format",
            "github",
            "--fail-on",
            "warning",
            "--config",
            "c.yaml",
            "--baseline",
            "b.json",
            "--report",
            "sarif=out.sarif",
            "--report",
            "markdown=/tmp/summary",
            "--",
            "labs/blue",
            "labs/$(touch pwned) \"x\"");
    assertThat(dir.resolve("pwned")).doesNotExist();
  }

  @Test
  void theActionLeavesOutWhatIsNotSaid() throws Exception {
    assertThat(
            given(
                Map.of(
                    "VIPLINT_PATHS", ".",
                    "VIPLINT_FAIL_ON", "error",
                    "VIPLINT_CONFIG", "",
                    "VIPLINT_BASELINE", "",
                    "VIPLINT_SARIF", "",
                    "GITHUB_STEP_SUMMARY", "")))
        .containsExactly("check", "--format", "github", "--fail-on", "error", "--", ".");
  }

  /** The arguments that the last step gives to a launcher that only prints them. */
  private List<String> given(Map<String, String> environment) throws Exception {
    Path launcher = Files.writeString(dir.resolve("viplint"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    JsonNode last =
        StreamSupport.stream(yaml("action.yml").at("/runs/steps").spliterator(), false)
            .reduce((first, second) -> second)
            .orElseThrow();
    // as GitHub runs it
    ProcessBuilder bash =
        new ProcessBuilder(
                "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", last.get("run").asText())
            .directory(dir.toFile())
            .redirectErrorStream(true);
    bash.environment().putAll(environment);
    bash.environment().put("GITHUB_ACTION_PATH", dir.toString());
    Process process = bash.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out.lines().toList();
  }
}
