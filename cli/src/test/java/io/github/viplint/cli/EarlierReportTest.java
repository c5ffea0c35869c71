package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.report.JsonChanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code viplint show} and {@code viplint diff}: reports of earlier runs, and files that are none.
 */
class EarlierReportTest {
  private static final Path BUNDLES = Path.of("../testdata/bundles");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> aReportShownAgainIsTheSame() throws IOException {
    List<Path> bundles;
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      bundles = folders.filter(Files::isDirectory).sorted().toList();
    }
    return bundles.stream()
        .map(
            bundle ->
                dynamicTest(
                    bundle.getFileName().toString(),
                    () -> {
                      List<String> formats = List.of("concise", "gitlab", "sarif", "junit");
                      Path reports = Files.createTempDirectory(folder, "reports");
                      List<String> check = new ArrayList<>(List.of("check", "--format", "json"));
                      for (String format : formats) {
                        check.add("--report=" + format + "=" + reports.resolve(format));
                      }
                      check.add(bundle.toString());
                      Run checked = Run.of("", check.toArray(String[]::new));
                      Run shown = Run.of(checked.out, "show", "--format", "json", "-");
                      assertThat(comparable(shown.out)).isEqualTo(comparable(checked.out));
                      assertThat(shown.exit).isEqualTo(checked.exit);
                      for (String format : formats) {
                        String now = Files.readString(reports.resolve(format));
                        Run then = Run.of(checked.out, "show", "--format", format, "-");
                        assertThat(comparable(then.out)).as(format).isEqualTo(comparable(now));
                      }
                      for (String format : List.of("text", "markdown", "html")) {
                        Run then = Run.of(checked.out, "show", "--format", format, "-");
                        assertThat(then.exit).as(format).isEqualTo(checked.exit);
                        assertThat(then.out).as(format).isNotEmpty();
                      }
                    }));
  }

  /** A masked secret moves what stands behind it, so that a long line is cut elsewhere. */
  private static String comparable(String report) {
    return report.replaceAll("(\\*\\*\\*\\*).*", "$1");
  }

  @Test
  void saysWhatIsGoneAndNew() throws IOException {
    Path older = report("older.json", "10.10.18.18/28\n10.10.18.64/27\n");
    Path newer = report("newer.json", "# one line more\n10.10.18.16/28\n10.10.18.66/27\n");
    Run same = Run.of("", "diff", older.toString(), older.toString());
    assertThat(same.exit).isEqualTo(Exit.OK);
    assertThat(same.out).contains("0 new, 0 gone, 2 still there.");
    Run diff = Run.of("", "diff", older.toString(), newer.toString());
    assertThat(diff.out)
        .contains("new\n  error  VL101/anyip-host-bits-set")
        .contains("10.10.18.66/27")
        .contains("gone\n  error  VL101/anyip-host-bits-set")
        .contains("1 new, 2 gone, 0 still there.");
    assertThat(diff.exit).isEqualTo(Exit.FINDINGS);
    assertThat(Run.of("", "diff", "--fail-on", "never", older.toString(), newer.toString()).exit)
        .isEqualTo(Exit.OK);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JsonChanges.class.getResourceAsStream(JsonChanges.SCHEMA));
    Run json = Run.of("", "diff", "--format", "json", older.toString(), newer.toString());
    assertThat(schema.validate(JSON.readTree(json.out))).isEmpty();
  }

  @Test
  void linesMayMove() throws IOException {
    Path older = report("older.json", "10.10.18.18/28\n");
    Path newer = report("newer.json", "# moved\n\n10.10.18.18/28\n");
    assertThat(Run.of("", "diff", older.toString(), newer.toString()).out)
        .contains("0 new, 0 gone, 1 still there.");
  }

  private Path report(String name, String routes) throws IOException {
    Path input = Files.writeString(folder.resolve("anyip-routes.cfg"), routes);
    Run checked = Run.of("", "check", "--format", "json", input.toString());
    return Files.writeString(folder.resolve(name), checked.out);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                           | is empty
          haproxy: no                  | is no JSON that viplint wrote (line 1, column
          []                           | is no report: a report is a JSON object
          {}                           | is no report of viplint: it has no formatVersion
          {"formatVersion": 2}         | is of format version 2; this viplint reads 1
          {"formatVersion": 1}         | tool should be an object
          {"formatVersion": 1} {}      | holds more than one JSON value
          {"formatVersion": 1, "formatVersion": 1} | is no JSON that viplint wrote
          """)
  void saysWhatIsWrongWithAReport(String text, String message) {
    Run run = Run.of(text, "show", "-");
    assertThat(run.exit).isEqualTo(Exit.INCOMPLETE);
    assertThat(run.err).startsWith("viplint: -: ").contains(message);
    assertThat(run.out).isEmpty();
  }

  @Test
  void aDamagedReportNeverBreaksIt() throws IOException {
    JsonNode report =
        JSON.readTree(
            Run.of("", "check", "--format", "json", BUNDLES.resolve("refused-range").toString())
                .out);
    Random random = new Random(1);
    for (int i = 0; i < 120; i++) {
      JsonNode damaged = report.deepCopy();
      damage(damaged, random);
      for (String format : List.of("json", i % 2 == 0 ? "text" : "html")) {
        Run run = Run.of(damaged.toString(), "show", "--format", format, "-");
        assertThat(run.exit).as(damaged.toString()).isIn(0, 1, 3);
        assertThat(run.err).doesNotContain("internal error");
      }
    }
  }

  /** Takes a value out, or puts another in. */
  private static void damage(JsonNode report, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(report, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    JsonNode[] values = {
      JSON.nullNode(),
      JSON.getNodeFactory().textNode("\u001b[31mx"),
      JSON.getNodeFactory().numberNode(random.nextInt()),
      JSON.getNodeFactory().numberNode(1 + random.nextInt(1000)),
      JSON.createObjectNode(),
      JSON.createArrayNode()
    };
    JsonNode value = values[random.nextInt(values.length)];
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(random.nextInt(names.size())), value);
    } else if (container instanceof ArrayNode array && !array.isEmpty()) {
      array.set(random.nextInt(array.size()), value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private record Run(int exit, String out, String err) {
    static Run of(String in, String... arguments) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exit =
          new Main(
                  new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  new PrintStream(err, true, StandardCharsets.UTF_8))
              .run(arguments);
      return new Run(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
