package io.github.viplint.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.github.viplint.lint.Rule;
import io.github.viplint.report.ReportFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor underlines is what viplint refuses, and nothing else. */
class ConfigurationSchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# nothing\n",
        "{}",
        "labs: []",
        "labs: [labs/blue, 'labs/green-*']",
        "lab: {}",
        "lab: {management: {network: 10.0.0.0/24, gateway: 10.0.0.1, dns: [10.0.0.2]}}",
        "lab: {workload: {range: 10.0.1.10 - 10.0.1.20}, appliance-vips: [10.0.2.0/26]}",
        "rules: {VL101: off, vip-range-overlap: error, VL102: on, VL104: 'info'}",
        "rules: {VL103: false, VL101: true, VL903: off}",
        "rules: {VL103: OFF, VL102: no, VL101: yes}",
        "rules: {}",
        "versions: {haproxy: \"2.2\"}",
        "versions: {haproxy: '2.10'}",
        "versions: {haproxy: 2.4.1}",
        "versions: {haproxy: 3.5-dev5, appliance: v0.2.0}",
        "versions: {appliance: 0.2.0}",
        "signatures: [a.yaml, ../b.yaml]",
        "suppressions: []",
        "suppressions: [{rule: VL103, reason: x}]",
        "suppressions: [{rule: VL103, reason: x}, {rule: VL103, reason: y}]",
        "suppressions: [{rule: VL101, reason: x, path: labs/**, subject: a, until: 2026-02-28}]",
        "suppressions: [{rule: VL101, reason: x, fingerprint: 0123456789abcdef0123456789abcdef}]",
        "reports: {sarif: out/x.sarif, html: ..x/report.html}",
        "reports: {text: .gitlab/x}",
        "baseline: .viplint-baseline.json",
      })
  void bothAccept(String yaml) throws IOException {
    assertThat(refusal(yaml)).isEmpty();
    assertThat(schema().validate(json(yaml), InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "text",
        "7",
        "lab: []",
        "lab: {manegement: {}}",
        "lab: {management: 10.0.0.0/24}",
        "lab: {management: {gatway: 10.0.0.1}}",
        "lab: {frontend: {gateway: {a: b}}}",
        "lab: {dataplane: 5556}",
        "lab: {appliance-vips: [[10.0.2.0/26]]}",
        "<<: {}",
        "labs:",
        "labs: labs/blue",
        "labs: [7]",
        "labs: ['']",
        "labs: [[a]]",
        "labs: [a, a]",
        "labs: {a: b}",
        "rules: [VL103]",
        "rules: {VL103: of}",
        "rules: {VL103: 1}",
        "rules: {VL103: }",
        "rules: {VL103: {severity: error}}",
        "rules: {VL999: off}",
        "rules: {vl103: off}",
        "rules: {vip-range-overlaps: off}",
        "versions: 2.4",
        "versions: {haproxy: 2.4}",
        "versions: {haproxy: '2.1'}",
        "versions: {haproxy: '3.6'}",
        "versions: {haproxy: '4.0'}",
        "versions: {haproxy: new}",
        "versions: {appliance: '0.2'}",
        "versions: {haproxxy: '2.4'}",
        "signatures: a.yaml",
        "signatures: [a.yaml, a.yaml]",
        "suppressions: {rule: VL103}",
        "suppressions: [VL103]",
        "suppressions: [{rule: VL103}]",
        "suppressions: [{reason: x}]",
        "suppressions: [{rule: VL103, reason: ' '}]",
        "suppressions: [{rule: VL103, reason: x}, {reason: x, rule: VL103}]",
        "suppressions: [{rule: [VL103], reason: x}]",
        "suppressions: [{rule: VL1, reason: x}]",
        "suppressions: [{rule: VL903, reason: x}]",
        "suppressions: [{rule: unused-suppression, reason: x}]",
        "suppressions: [{rule: VL103, reason: x, path: /etc}]",
        "suppressions: [{rule: VL103, reason: x, path: a/../b}]",
        "suppressions: [{rule: VL103, reason: x, subject: 443}]",
        "suppressions: [{rule: VL103, reason: x, fingerprint: ABC}]",
        "suppressions: [{rule: VL103, reason: x, until: 2026-02-30}]",
        "suppressions: [{rule: VL103, reason: x, until: tomorrow}]",
        "suppressions: [{rule: VL103, reason: x, code: VL103}]",
        "reports: [sarif]",
        "reports: {xml: x}",
        "reports: {sarif: }",
        "reports: {sarif: ../x}",
        "reports: {sarif: a/..}",
        "reports: {sarif: .git/x}",
        "baseline: /tmp/x",
        "baseline: [x]",
      })
  void bothRefuse(String yaml) throws IOException {
    assertThat(refusal(yaml)).isNotEmpty();
    assertThat(schema().validate(json(yaml), InputFormat.YAML)).isNotEmpty();
  }

  /** What ships knows rules by their shape; the printed one by name. */
  @Test
  void whatShipsIsASchemaOfItsOwn() {
    JsonSchema shipped =
        FACTORY.getSchema(ConfigurationFile.class.getResourceAsStream(ConfigurationFile.SCHEMA));

    assertThat(shipped.validate("rules: {LAB101: off}", InputFormat.YAML)).isEmpty();
    assertThat(shipped.validate("rules: {a_b: off}", InputFormat.YAML)).isNotEmpty();
  }

  private static JsonSchema schema() throws IOException {
    StringWriter text = new StringWriter();
    new ConfigurationSchema(KnownRules.RULES.stream().map(Rule::info).toList()).write(text);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return FACTORY.getSchema(text.toString(), config);
  }

  /** A file of comments is nothing to the validator, and null to an editor. */
  private static String json(String yaml) {
    return yaml.startsWith("#") ? "null" : yaml;
  }

  private String refusal(String yaml) throws IOException {
    Path file = Files.writeString(dir.resolve(".viplint.yaml"), yaml);
    try {
      ConfigurationFile.read(file).decisions().settings(KnownRules.RULES, ReportFormat.ids());
      return "";
    } catch (ConfigurationException e) {
      return e.getMessage();
    }
  }
}
