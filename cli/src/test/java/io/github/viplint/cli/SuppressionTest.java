package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.report.JsonReport;
import io.github.viplint.report.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the configuration, comments and a baseline do to findings, and how all reports say so. */
class SuppressionTest {
  /** VL101 in line 1, and VL113 for what it takes along in line 2. */
  private static final String BROKEN = "10.20.30.17/28\n10.20.31.0/26\n";

  @TempDir Path repo;
  private Path ranges;

  @BeforeEach
  void files() throws IOException {
    ranges = file("labs/blue/anyip-routes.cfg", BROKEN);
    file(".viplint.yaml", "labs: ['labs/*']\n");
  }

  private Path file(String name, String text) throws IOException {
    Path file = repo.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Program.Outcome run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "--config";
    all[1] = repo.resolve(".viplint.yaml").toString();
    all[2] = repo.resolve("labs").toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return new Program().run(all);
  }

  private static JsonNode json(Program.Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.out());
  }

  // Rules

  @ParameterizedTest
  @CsvSource({
    "error, error, 1",
    "warning, error, 0",
    "warning, warning, 1",
    "info, warning, 0",
    "off, info, 0",
    "on, error, 1"
  })
  void exitCodesGoByTheSeverityThatIsSet(String setting, String failOn, int exit)
      throws IOException {
    file(".viplint.yaml", "rules: {VL101: " + setting + ", VL113: off}\n");
    assertThat(run("--fail-on", failOn).exit()).isEqualTo(exit);
  }

  @Test
  void everyReportHasTheSeverityThatIsSet() throws IOException {
    file(".viplint.yaml", "rules: {VL101: info, VL113: warning}\n");

    assertThat(run("--format=concise").out()).contains("info[VL101]").contains("warning[VL113]");
    assertThat(json(run("--format=sarif")).at("/runs/0/results").findValuesAsText("level"))
        .containsExactlyInAnyOrder("warning", "note");
    assertThat(json(run("--format=json")).at("/summary/error").asInt()).isZero();
    assertThat(run("--min-severity=warning", "--format=concise").out()).doesNotContain("VL101");
  }

  @Test
  void aRuleThatIsOffIsSaidAndNeverPassed() throws IOException {
    file(".viplint.yaml", "rules: {VL101: off}\n");

    Program.Outcome outcome = run("--format=json");
    assertThat(outcome.out())
        .containsPattern(
            "\"rule\": \"VL101\",\\s+\"lab\": \"lab\",\\s+\"host\": null,\\s+\"result\":"
                + " \"skipped\",\\s+\"reason\": \"switched off\"");
    assertThat(run().out()).contains(", 1 switched off,").doesNotContain("VL101");
  }

  @Test
  void allRulesOffIsWrongUsage() throws IOException {
    StringBuilder all = new StringBuilder("rules:\n");
    for (JsonNode rule : json(new Program().run("rules", "--format", "json"))) {
      all.append("  ").append(rule.get("rule").asText()).append(": off\n");
    }
    file(".viplint.yaml", all.toString());

    Program.Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("viplint: every rule is switched off\n");
  }

  @Test
  void theListOfRulesTellsWhatIsSet() throws IOException {
    file(".viplint.yaml", "rules: {VL101: off, VL103: error}\n");
    String config = repo.resolve(".viplint.yaml").toString();

    assertThat(new Program().run("rules", "--config", config).out())
        .containsPattern("VL101 +anyip-host-bits-set +off ")
        .containsPattern("VL103 +vip-range-overlap +error ");
    JsonNode first = json(new Program().run("rules", "--config", config, "--format=json")).get(0);
    assertThat(first.get("off").asBoolean()).isTrue();
    assertThat(first.get("defaultSeverity").asText()).isEqualTo("error");
  }

  @Test
  void theSchemaKnowsAllRules() {
    assertThat(new Program().run("rules", "--format", "schema").out())
        .contains("\"VL101\", \"anyip-host-bits-set\"")
        .contains("urn:viplint:configuration:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules: {VL1O1: off}\n", "lab:\n", "suppressions: [{rule: VL101}]\n"})
  void wrongConfigurationIs2WithItsPlace(String yaml) throws IOException {
    file(".viplint.yaml", yaml);
    Program.Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(".viplint.yaml:1:");
  }

  @Test
  void reportsOfTheConfigurationAreWritten() throws IOException {
    file(".viplint.yaml", "reports: {json: build/viplint.json, markdown: build/viplint.md}\n");
    assertThat(run().exit()).isEqualTo(1);
    assertThat(repo.resolve("build/viplint.json")).content().contains("\"VL101\"");
    assertThat(repo.resolve("build/viplint.md")).content().contains("VL101");
  }

  @Test
  void versionsOfTheConfigurationCountUnlessSaidOtherwise() throws IOException {
    file(".viplint.yaml", "versions: {haproxy: \"2.6\", appliance: v0.1.9}\n");
    assertThat(json(run("--format=json")).at("/run/haproxy").asText()).isEqualTo("2.6");
    assertThat(json(run("--format=json")).at("/run/appliance").asText()).isEqualTo("v0.1.9");
    assertThat(json(run("--format=json", "--haproxy=2.8")).at("/run/haproxy").asText())
        .isEqualTo("2.8");
  }

  // Suppressions

  static List<String> formats() {
    return ReportFormat.ids();
  }

  /** Hidden errors are never silent: every format, or standard error beside it, counts them. */
  @ParameterizedTest
  @MethodSource("formats")
  void everyReportTellsWhatIsSuppressed(String format) throws IOException {
    file("labs/blue/anyip-routes.cfg", "# viplint: ignore[VL101] a course's riddle\n" + BROKEN);

    Program.Outcome outcome = run("--format", format);

    assertThat(outcome.err()).contains("1 finding is suppressed (1 error): 1 by comments in files");
    if (!format.equals("gitlab")) {
      assertThat(outcome.out()).containsIgnoringCase("suppress");
    }
    String shown =
        switch (format) {
          case "json" -> "\"reason\": \"a course's riddle\"";
          case "sarif" -> "\"justification\": \"a course's riddle\"";
          case "junit" -> "suppressed by ";
          case "html" -> "1 suppressed finding";
          case "markdown" -> "## Suppressed";
          case "gitlab" -> "";
          default -> "1 suppressed (1 error)";
        };
    assertThat(outcome.out()).contains(shown);
  }

  @Test
  void theJsonReportKeepsToItsSchema() throws IOException {
    file(
        ".viplint.yaml",
        """
        suppressions:
          - {rule: VL101, path: labs/blue, reason: known, until: 2999-01-01}
          - {rule: VL113, path: labs/blue, subject: 10.20.99.0/24, reason: stale}
        """);

    Program.Outcome outcome = run("--format=json");

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonReport.class.getResourceAsStream(JsonReport.SCHEMA))
                .validate(outcome.out(), InputFormat.JSON))
        .isEmpty();
    JsonNode report = json(outcome);
    assertThat(report.at("/suppressed/0/rule").asText()).isEqualTo("VL101");
    assertThat(report.at("/suppressed/0/suppression/kind").asText()).isEqualTo("configuration");
    assertThat(report.at("/suppressed/0/suppression/until").asText()).isEqualTo("2999-01-01");
    assertThat(report.at("/suppressed/0/suppression/location/startLine").asInt()).isEqualTo(2);
    assertThat(report.at("/summary/suppressed").asInt()).isEqualTo(1);
    // what the suppressed finding explained is a cause of its own now
    assertThat(report.at("/findings/1/rule").asText()).isEqualTo("VL113");
    assertThat(report.at("/findings/1/causedBy")).isEmpty();
    assertThat(report.at("/findings/0/rule").asText()).isEqualTo("VL903");
    assertThat(report.at("/findings/0/location/startLine").asInt()).isEqualTo(3);
    assertThat(report.at("/findings/0/location/capture").isNull()).isTrue();
    assertThat(run().out()).contains("Cause: 10.20.31.0/26 is never added");
  }

  @Test
  void aSuppressedErrorFailsNothing() throws IOException {
    file(
        ".viplint.yaml",
        "suppressions: [{rule: VL101, reason: known}, {rule: VL113, reason: known}]\n");
    Program.Outcome outcome = run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("Nothing else found, 2 suppressed (2 errors).");
  }

  // Comments

  @Test
  void commentsCountOnlyUntilSomebodyDoubtsThem() throws IOException {
    file(
        "labs/blue/anyip-routes.cfg",
        "# viplint: ignore[VL101] a riddle\n10.20.30.17/28\n"
            + "# viplint: ignore[VL113, VL103] a riddle\n# and another comment\n10.20.31.0/26\n");

    assertThat(run("--format=concise", "--fail-on=error").exit()).isZero();
    Program.Outcome all = run("--format=concise", "--no-inline-ignore");
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.out()).contains("error[VL101]", "error[VL113]").doesNotContain("VL903");
    assertThat(all.err()).doesNotContain("suppressed");
  }

  @Test
  void archivesDecideNothing() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("etc/vmware/anyip-routes.cfg"));
      zip.write(("# viplint: ignore[VL101] trust me\n" + BROKEN).getBytes(StandardCharsets.UTF_8));
    }
    Path bundle = Files.write(repo.resolve("bundle.zip"), bytes.toByteArray());

    Program.Outcome outcome = new Program().run("--format=concise", bundle.toString());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("error[VL101]").doesNotContain("suppressed");
  }

  @Test
  void aReasonThatHoldsASecretIsMasked() throws IOException {
    file("labs/blue/anyip-routes.cfg", "# viplint: ignore[VL101] is swordfish42\n" + BROKEN);
    file("labs/blue/haproxy.cfg", "userlist controller\n  user a insecure-password swordfish42\n");

    assertThat(run("--format=json").out()).doesNotContain("swordfish42").contains("\"VL101\"");
  }

  // Baseline

  @Test
  void onlyWhatIsNewIsReported() throws IOException {
    String baseline = repo.resolve(".viplint-baseline.json").toString();

    Program.Outcome written = run("--baseline", baseline, "--write-baseline", "--format=concise");
    assertThat(written.exit()).isZero();
    assertThat(written.err()).contains("viplint: " + baseline + ": knows what was found: 2");
    assertThat(written.out()).startsWith("Nothing else found, 2 suppressed (2 errors).");

    Files.writeString(ranges, "# moved down\n" + BROKEN + "10.20.40.1/30\n");
    Program.Outcome next = run("--baseline", baseline, "--format=concise");
    assertThat(next.exit()).isEqualTo(1);
    assertThat(next.out().lines().filter(line -> line.contains("anyip-routes.cfg:")))
        .hasSize(2)
        .allMatch(line -> line.contains(":4:") || line.contains("VL113"));

    Files.writeString(ranges, "10.20.30.16/28\n10.20.31.0/26\n");
    Program.Outcome cured = run("--baseline", baseline, "--format=concise");
    assertThat(cured.exit()).isZero();
    assertThat(cured.out())
        .contains(".viplint-baseline.json:4:5: warning[VL903]")
        .contains(".viplint-baseline.json:5:5: warning[VL903]");
  }

  @Test
  void aBaselineIsTheSameWhereverItIsWritten() throws IOException {
    Path baseline = repo.resolve("b.json");
    run("--baseline", baseline.toString(), "--write-baseline");
    String first = Files.readString(baseline);
    assertThat(first)
        .startsWith("{\n  \"formatVersion\": 1,\n  \"findings\": [\n    {\"file\":\"labs/blue/");

    String here = Path.of("").toAbsolutePath().relativize(repo).toString();
    Program.Outcome relative =
        new Program()
            .run(
                "--config",
                here + "/.viplint.yaml",
                "--baseline",
                here + "/b.json",
                "--write-baseline",
                here + "/labs");
    assertThat(relative.exit()).isZero();
    assertThat(Files.readString(baseline)).isEqualTo(first);
    assertThat(relative.out()).contains("2 by " + here + "/b.json.");
  }

  @Test
  void aBaselineKnowsHowMany() throws IOException {
    file("labs/blue/anyip-routes.cfg", "10.20.30.17/28\n");
    Path baseline = repo.resolve("b.json");
    run("--baseline", baseline.toString(), "--write-baseline");
    Files.writeString(baseline, Files.readString(baseline).replace("\"count\":1", "\"count\":3"));

    assertThat(run("--baseline", baseline.toString(), "--format=concise").out())
        .contains("the baseline knows 3 of these VL101, and 1 is left");
  }

  @Test
  void nothingIsWrittenOfARunThatIsNoMeasure() throws IOException {
    String known = "{\"formatVersion\": 1, \"findings\": []}";
    Path baseline = file("b.json", known);
    Path empty = Files.createDirectory(repo.resolve("empty"));
    Program.Outcome outcome =
        new Program().run("--baseline", baseline.toString(), "--write-baseline", empty.toString());
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).contains("could not be written (nothing was recognised)");
    assertThat(baseline).hasContent(known);
  }

  @Test
  void nothingIsWrittenOverWhatIsNoBaseline() throws IOException {
    Path precious = file("b.json", "precious");
    assertThat(run("--baseline", precious.toString(), "--write-baseline").exit()).isEqualTo(2);
    assertThat(precious).hasContent("precious");
  }

  @Test
  void whatWasNotLookedAtStaysKnown() throws IOException {
    file("labs/green/anyip-routes.cfg", "10.99.0.1/24\n");
    String baseline = repo.resolve("b.json").toString();
    run("--baseline", baseline, "--write-baseline");
    Files.writeString(ranges, "10.20.30.16/28\n");

    String config = repo.resolve(".viplint.yaml").toString();
    String blue = repo.resolve("labs/blue").toString();
    new Program().run("--config", config, "--baseline", baseline, "--write-baseline", blue);

    assertThat(Files.readAllLines(Path.of(baseline)))
        .filteredOn(line -> line.contains("fingerprint"))
        .singleElement()
        .asString()
        .contains("labs/green/anyip-routes.cfg");
    assertThat(run("--baseline", baseline).exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"formatVersion\": 2, \"findings\": []}",
        "{\"formatVersion\": 1, \"findings\": {}}",
        "{\"formatVersion\": 1, \"findings\": [7]}",
        "{\"formatVersion\": 1, \"findings\": [{\"rule\": \"VL101\"}]}",
        "{\"formatVersion\": 1, \"formatVersion\": 1, \"findings\": []}",
        "{\"formatVersion\": 1, \"findings\": []} {}",
        "not JSON \u001b[31m",
      })
  void aFileThatIsNoBaselineIs2(String text) throws IOException {
    Path baseline = file("b.json", text);
    Program.Outcome outcome = run("--baseline", baseline.toString());
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("viplint: " + baseline + ":").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "99999999999999999999", "1.5", "\"1\"", "null", "[[[[[[1"})
  void aHostileCountIs2(String count) throws IOException {
    Path baseline =
        file(
            "b.json",
            "{\"formatVersion\": 1, \"findings\": [{\"rule\": \"VL101\", \"fingerprint\": \""
                + "0".repeat(32)
                + "\", \"lab\": \"x\", \"file\": \"x\\u0000\", \"count\": "
                + count
                + "}]}");
    assertThat(run("--baseline", baseline.toString()).exit()).isEqualTo(2);
  }

  @Test
  void whatTheBaselineOptionsNeed() {
    assertThat(run("--write-baseline").err())
        .startsWith("viplint: --write-baseline needs --baseline FILE");
    Program.Outcome none = run("--baseline", repo.resolve("none.json").toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("none.json: is not there; --write-baseline writes one");
    String same = repo.resolve("x.json").toString();
    assertThat(run("--baseline", same, "--write-baseline", "--report", "json=" + same).err())
        .contains("a report and the baseline would be written to");
  }
}
