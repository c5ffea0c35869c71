package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code testdata/bundles} is one situation; its {@code expected.yaml} lists all
 * findings in report order, so that an extra one fails as well as a missing one.
 */
class BundlesTest {
  private static final Path BUNDLES = Path.of("../testdata/bundles");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JsonReport.class.getResourceAsStream("report-1.schema.json"));

  @TestFactory
  Stream<DynamicTest> bundles() throws IOException {
    List<Path> bundles;
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      bundles = folders.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(bundles).hasSizeGreaterThan(10);
    return bundles.stream()
        .map(bundle -> dynamicTest(bundle.getFileName().toString(), () -> check(bundle)));
  }

  private static void check(Path bundle) throws IOException {
    JsonNode expected = YAML.readTree(bundle.resolve("expected.yaml").toFile());
    List<String> inputs = inputs(bundle, expected);
    Run run = Run.of(inputs);

    assertThat(SCHEMA.validate(run.report())).isEmpty();
    assertThat(found(bundle, run.report())).isEqualTo(listed(expected));
    assertThat(run.exit()).isEqualTo(expected.get("exit").asInt());
    assertThat(run.err()).isEmpty();

    List<String> backwards = new ArrayList<>(inputs);
    Collections.reverse(backwards);
    assertThat(found(bundle, Run.of(backwards).report()))
        .as("the order of inputs changes nothing")
        .isEqualTo(listed(expected));
  }

  private record Run(int exit, JsonNode report, String err) {
    static Run of(List<String> inputs) throws IOException {
      List<String> arguments = new ArrayList<>(List.of("check", "--format", "json"));
      arguments.addAll(inputs);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exit =
          new Main(new ByteArrayInputStream(new byte[0]), stream(out), stream(err))
              .run(arguments.toArray(String[]::new));
      return new Run(exit, JSON.readTree(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    }
  }

  /** The files of the bundle one by one, or what {@code inputs} names in it. */
  private static List<String> inputs(Path bundle, JsonNode expected) throws IOException {
    if (expected.has("inputs")) {
      List<String> named = new ArrayList<>();
      expected.get("inputs").forEach(name -> named.add(bundle.resolve(name.asText()).toString()));
      return named;
    }
    try (Stream<Path> files = Files.walk(bundle)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals("expected.yaml"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static List<String> found(Path bundle, JsonNode report) {
    Map<String, String> rules = new HashMap<>();
    report.get("findings").forEach(f -> rules.put(f.get("id").asText(), f.get("rule").asText()));
    List<String> rows = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      List<String> causes = new ArrayList<>();
      finding.get("causedBy").forEach(id -> causes.add(rules.get(id.asText())));
      JsonNode location = finding.get("location");
      rows.add(
          row(
              finding.get("rule").asText(),
              finding.get("severity").asText(),
              bundle.relativize(Path.of(location.get("file").asText())).toString(),
              location.get("startLine").asInt(),
              causes));
    }
    return rows;
  }

  private static List<String> listed(JsonNode expected) {
    List<String> rows = new ArrayList<>();
    for (JsonNode finding : expected.get("findings")) {
      List<String> causes = new ArrayList<>();
      finding.path("causedBy").forEach(code -> causes.add(code.asText()));
      rows.add(
          row(
              finding.get("rule").asText(),
              finding.get("severity").asText(),
              finding.get("file").asText(),
              finding.get("line").asInt(),
              causes));
    }
    return rows;
  }

  private static String row(
      String rule, String severity, String file, int line, List<String> causes) {
    return rule + " " + severity + " " + file + ":" + line + " caused by " + causes;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
