package io.github.viplint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  @TempDir Path dir;

  @Test
  void takesGlobsFromTheFolderOfTheFile() throws Exception {
    Configuration configuration = read("labs:\n  - labs/blue\n  - labs/green*\n");

    assertThat(configuration.labs())
        .extracting(lab -> lab.name())
        .containsExactly("labs/blue", "labs/green*");
    assertThat(configuration.labs().get(0).glob()).isEqualTo(dir.resolve("labs/blue").toString());
  }

  @Test
  void isEmptyWhenTheFileIs() throws Exception {
    assertThat(read("# nothing yet\n").labs()).isEmpty();
    assertThat(settings("").suppressions()).isEmpty();
  }

  @Test
  void isFoundUpwards() throws IOException {
    Path below = Files.createDirectories(dir.resolve("a/b"));
    Files.writeString(dir.resolve(".viplint.yaml"), "labs: []\n");

    assertThat(ConfigurationFile.find(below)).contains(dir.resolve(".viplint.yaml"));
  }

  @Test
  void setsRulesByCodeAndName() throws Exception {
    Settings settings =
        settings(
            """
            rules:
              VL103: off
              anyip-unparsable-line: info
              VL101: on
              VL104: false
            """);

    assertThat(settings.off()).containsExactlyInAnyOrder("VL103", "VL104");
    assertThat(settings.severities()).isEqualTo(Map.of("VL102", Severity.INFO));
  }

  @Test
  void knowsWhereEachSuppressionStands() throws Exception {
    Settings settings =
        settings(
            """
            suppressions:
              # 😀 is two UTF-16 units and one code point
              - {reason: "😀 shared", rule: VL103, path: "labs/*.cfg", until: 2027-01-31}
              - rule: anyip-host-bits-set
                subject: 10.20.30.17/28
                fingerprint: 0123456789abcdef0123456789abcdef
                reason: the lab of a course
            """);

    Suppression first = settings.suppressions().get(0);
    assertThat(first.span().place()).hasToString(dir.resolve(".viplint.yaml") + ":3:33");
    assertThat(first.span().text()).isEqualTo("VL103");
    assertThat(first.until()).contains(LocalDate.of(2027, 1, 31));
    assertThat(first.scope().top()).contains(dir.resolve("labs"));
    Suppression second = settings.suppressions().get(1);
    assertThat(second.rule()).isEqualTo("VL101");
    assertThat(second.span().place().startLine()).isEqualTo(4);
    assertThat(second.scope().subject()).contains("10.20.30.17/28");
    assertThat(second.scope().top()).contains(dir);
  }

  @Test
  void takesVersionsReportsAndBaseline() throws Exception {
    Configuration configuration =
        read(
            """
            versions: {haproxy: "2.4", appliance: 0.2.0}
            reports: {sarif: build/viplint.sarif}
            baseline: .viplint-baseline.json
            """);

    assertThat(configuration.haproxy()).hasToString("Optional[2.4]");
    assertThat(configuration.appliance()).contains("v0.2.0");
    assertThat(configuration.baseline()).contains(dir.resolve(".viplint-baseline.json"));
    assertThat(configuration.decisions().settings(KnownRules.RULES, List.of("sarif")).reports())
        .isEqualTo(Map.of("sarif", dir.resolve("build/viplint.sarif")));
  }

  @Test
  void saysPlaceAndNearestSettingForAnUnknownOne() {
    refused(
        "labs: []\nversion: x\n",
        ":2:1: `version` is no setting here; did you mean `versions`? (there");
    refused(
        "lab: {management: {gatway: 10.0.0.1}}",
        ":1:20: `gatway` is no setting here; did you mean `gateway`? (there");
    refused(
        "suppressions:\n  - {rule: VL103, reasn: x}\n",
        ":2:19: `reasn` is no setting here; did you mean `reason`?");
  }

  @Test
  void saysPlaceAndNearestRuleForAnUnknownOne() {
    refused("rules:\n  VL1O3: off\n", ":2:3: there is no rule `VL1O3`; did you mean `VL103`?");
    refused(
        "suppressions:\n  - rule: vip-range-overlaps\n    reason: x\n",
        ":2:11: there is no rule `vip-range-overlaps`; did you mean `vip-range-overlap`?");
    refused(
        "rules: {VL103: of}\n", ":1:16: there is no setting of a rule `of`; did you mean `off`");
    refused("reports: {sariff: x}\n", ":1:11: there is no format `sariff`; did you mean `sarif`?");
  }

  @Test
  void refusesWhatIsThereTwice() {
    refused("labs: []\nrules: {}\nlabs: [a]\n", ":3:1: `labs` is there already, in line 1");
    refused("labs: [a, b, a]\n", ":1:14: `a` is there already");
    refused(
        "rules:\n  VL103: off\n  vip-range-overlap: info\n",
        ":3:3: VL103 is there already, in line 2");
    refused(
        """
        suppressions:
          - {rule: VL103, reason: x}
          - {reason: x, rule: VL103}
        """,
        ":3:5: the same suppression is there already, in line 2");
  }

  @Test
  void saysWhatItExpected() {
    refused("labs: blue\n", ":1:7: expected `labs` to be a list, found text");
    refused("- blue\n", ":1:1: expected a mapping such as `labs: [labs/*]`, found a list");
    refused("labs: [7]\n", "found the number 7 (in quotes it is text)");
    refused("labs:\n", "expected `labs` to be a list, found nothing");
    refused("rules: {VL103: [off]}\n", "expected one of off, on, error, warning, info");
    refused("versions: {haproxy: 2.4}\n", ":1:21: expected a version in quotes");
    refused("versions: {haproxy: \"1.9\"}\n", "is no version that is known");
    refused("suppressions: [{rule: VL103}]\n", ":1:16: `reason` is missing");
    refused("suppressions: [{rule: VL103, reason: ''}]\n", "found nothing");
    refused("suppressions: [{rule: VL103, reason: x, until: 2026-02-30}]\n", "expected a day");
    refused("suppressions: [{rule: VL103, reason: x, path: 'a['}]\n", "is no glob");
    refused(
        "suppressions: [{rule: VL103, reason: x, fingerprint: abc}]\n", "32 hexadecimal digits");
    refused("suppressions: [{rule: VL903, reason: x}]\n", "switch it off under `rules`");
  }

  @Test
  void saysWhereTheYamlBreaks() {
    refused("labs:\n  - a\n - b\n", ".viplint.yaml:3:");
    refused("labs: [blue\n", "is no YAML");
    refused("labs: [\u0000]\n", "is no YAML");
    assertThatThrownBy(() -> ConfigurationFile.read(dir.resolve("none.yaml")))
        .hasMessageContaining("can't be read: there is no such file");
  }

  @Test
  void refusesWhatIsNoUtf8() throws IOException {
    Path file = Files.write(dir.resolve(".viplint.yaml"), new byte[] {'#', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> ConfigurationFile.read(file)).hasMessageContaining("is no UTF-8 text");
  }

  /** Whoever runs viplint in a folder from elsewhere gets its configuration too. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/cron.d/x", "../x", "a/../../x", ".git/hooks/pre-commit", "a/.git/config"})
  void writesNowhereElse(String path) {
    refused("reports: {json: " + path + "}\n", "starts and stays in the folder of this file");
    refused("baseline: " + path + "\n", "starts and stays in the folder of this file");
  }

  @Test
  void writesThroughNoLink() throws IOException {
    Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
    Path repo = Files.createDirectory(dir.resolve("repo"));
    Files.createSymbolicLink(repo.resolve("out"), elsewhere);
    Files.createSymbolicLink(repo.resolve("report.json"), elsewhere.resolve("x"));
    for (String path : List.of("out/x.json", "report.json")) {
      Path file =
          Files.writeString(repo.resolve(".viplint.yaml"), "reports: {json: " + path + "}\n");
      assertThatThrownBy(
              () ->
                  ConfigurationFile.read(file)
                      .decisions()
                      .settings(KnownRules.RULES, List.of("json")))
          .hasMessageContaining(":1:17: a link leads out of the folder of this file");
    }
  }

  @Test
  @Timeout(10)
  void hostileFilesEndSoonWithAPlace() {
    refused("a: &a [x]\nlabs: *a\n", ":1:4: anchors (&), aliases (*) and tags (!) are not read");
    refused("labs: *a\n", ":1:7: anchors (&), aliases (*)");
    refused("labs: !!java.net.URL [x]\n", ":1:7: anchors (&), aliases (*) and tags (!)");
    refused("<<: {labs: []}\n", "`<<` is no setting");
    refused("labs: []\n---\nlabs: []\n", "a second document");
    refused("labs: " + "[".repeat(100_000), ":1:23: nested too deep");
    refused("labs: [" + "a,".repeat(300_000) + "a]", "holds too many parts");
    refused("#".repeat((1 << 20) + 1), "is larger than 1048576 bytes");
    refused("x".repeat(500) + ": 1\n", "`" + "x".repeat(60) + "…` is no setting");
  }

  private void refused(String yaml, String message) {
    assertThatThrownBy(() -> settings(yaml))
        .as(yaml.substring(0, Math.min(80, yaml.length())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private Settings settings(String yaml) throws Exception {
    return read(yaml).decisions().settings(KnownRules.RULES, List.of("json", "sarif"));
  }

  private Configuration read(String yaml) throws Exception {
    return ConfigurationFile.read(Files.writeString(dir.resolve(".viplint.yaml"), yaml));
  }
}
