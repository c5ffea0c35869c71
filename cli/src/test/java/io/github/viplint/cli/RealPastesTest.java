package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Real pastes, where they lie beside the project: what must be found in them, and what must not.
 */
@DisplayName("Real pastes")
class RealPastesTest {
  private static final Path CAPTURES = Path.of("../../shared/captures");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @DisplayName("a refused range explains the failed services and the client's failure")
  void refusedRange() throws IOException {
    List<String> expected =
        List.of(
            "VL101 error paste-3-anyip-routes.txt:11",
            "VL601 error paste-1-list-units.txt:8",
            "VL601 error paste-2-systemctl-status.txt:5 by VL101",
            "VL603 error paste-2-systemctl-status.txt:11 by VL101",
            "VL601 error paste-1-list-units.txt:6 by VL601",
            "VL702 error paste-4-kubectl-login.txt:1 by VL601");
    JsonNode report = check("jarvis/*");

    assertThat(rows(report)).isEqualTo(expected);
    JsonNode root = report.get("findings").get(0);
    assertThat(root.get("message").asText()).startsWith("10.10.18.18/28 is no subnet");
    JsonNode fix = root.get("fixes").get(0);
    assertThat(fix.get("proven").asBoolean()).isTrue();
    assertThat(fix.get("edits").get(0).get("newText").asText()).isEqualTo("10.10.18.16/28");
    assertThat(report.get("findings").get(1).get("message").asText())
        .contains("nothing captured says why");
  }

  @Test
  @DisplayName("in one paste the same is found")
  void onePaste() throws IOException {
    StringBuilder paste = new StringBuilder();
    for (String file : files("jarvis/*")) {
      paste.append(Files.readString(Path.of(file)));
    }
    JsonNode report = run(paste.toString(), List.of("-"));

    assertThat(codes(report)).isEqualTo(codes(check("jarvis/*")));
  }

  @Test
  @DisplayName("DNS through the workload network is found at its rule, and is gone once mended")
  void dns() throws IOException {
    JsonNode broken = check("nsxt/paste-1*", "nsxt/paste-2*", "nsxt/paste-3*");
    JsonNode mended = check("nsxt/paste-1*", "nsxt/paste-2*", "nsxt/paste-4*");

    assertThat(rows(broken))
        .containsExactly(
            "VL401 error paste-3-ip-rule-broken.txt:3", "VL406 info paste-1-ifconfig-ping.txt:19");
    assertThat(broken.get("findings").get(0).get("evidence").toString())
        .contains("Destination Host Unreachable");
    assertThat(codes(mended)).doesNotContain("VL401");
    assertThat(codes(check("nsxt/*"))).as("the last state counts").doesNotContain("VL401");
  }

  @Test
  @DisplayName("wrapped bind failures are summed up; no claim on ranges that were not captured")
  void bindFailures() throws IOException {
    JsonNode report = check("cork/*");

    assertThat(rows(report))
        .containsExactly(
            "VL203 error paste-3-journalctl.txt:3",
            "VL203 error paste-3-journalctl.txt:5",
            "VL513 warning paste-1-haproxy-cfg.txt:14",
            "VL704 error paste-4-kubectl-login.txt:3",
            "VL601 error paste-2-systemctl-status.txt:7 by VL203",
            "VL602 error paste-2-systemctl-status.txt:16 by VL601",
            "VL204 info paste-3-journalctl.txt:3");
    assertThat(report.get("findings").get(0).get("occurrences").get("count").asInt()).isEqualTo(3);
    assertThat(report.get("wanted").get(0).get("command").asText())
        .isEqualTo("cat /etc/vmware/anyip-routes.cfg");
  }

  @Test
  @DisplayName("a healthy appliance gives no error and no warning")
  void healthy() throws IOException {
    assertThat(rows(check("cpod/paste-1*")))
        .containsExactly(
            "VL901 info paste-1-appliance-before.txt:71",
            "VL309 info paste-1-appliance-before.txt:148");
    assertThat(codes(check("cpod/paste-1*", "cpod/paste-2*"))).containsExactly("VL901", "VL309");
    assertThat(codes(check("cpod/paste-1*", "cpod/paste-4*"))).containsExactly("VL901", "VL309");
  }

  @Test
  @DisplayName("a redeployed appliance does not serve the VIP")
  void redeployed() throws IOException {
    assertThat(rows(check("cpod/paste-3*", "cpod/paste-5*", "cpod/paste-6*")))
        .containsExactly(
            "VL205 error paste-6-kubectl-refused.txt:2",
            "VL702 error paste-5-kubectl-no-route.txt:2",
            "VL701 error paste-6-kubectl-refused.txt:2 by VL205");
  }

  @Test
  @DisplayName("a range that was mended since is history")
  void mended() throws IOException {
    assertThat(rows(check("zercurity/*")))
        .containsExactly(
            "VL603 info paste-2-journal.txt:1", "VL110 info paste-3-anyip-routes.txt:10");
  }

  private static JsonNode check(String... globs) throws IOException {
    return run("", files(globs));
  }

  private static List<String> files(String... globs) throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "no real pastes beside the project");
    List<String> files = new ArrayList<>();
    for (String glob : globs) {
      int slash = glob.indexOf('/');
      Path folder = CAPTURES.resolve(glob.substring(0, slash));
      List<String> matched = new ArrayList<>();
      try (DirectoryStream<Path> stream =
          Files.newDirectoryStream(folder, glob.substring(slash + 1))) {
        stream.forEach(path -> matched.add(path.toString()));
      }
      matched.sort(null);
      files.addAll(matched);
    }
    return files;
  }

  private static JsonNode run(String stdin, List<String> inputs) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check", "--format", "json"));
    arguments.addAll(inputs);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream());
    new Main(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            err)
        .run(arguments.toArray(String[]::new));
    return JSON.readTree(out.toByteArray());
  }

  private static List<String> codes(JsonNode report) {
    return report.get("findings").findValuesAsText("rule");
  }

  /** Each finding as {@code CODE SEVERITY FILE:LINE}, with the code of its first cause. */
  private static List<String> rows(JsonNode report) {
    Map<String, String> rules = new HashMap<>();
    report.get("findings").forEach(f -> rules.put(f.get("id").asText(), f.get("rule").asText()));
    List<String> rows = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      JsonNode location = finding.get("location");
      JsonNode causes = finding.get("causedBy");
      rows.add(
          finding.get("rule").asText()
              + " "
              + finding.get("severity").asText()
              + " "
              + Path.of(location.get("file").asText()).getFileName()
              + ":"
              + location.get("startLine").asInt()
              + (causes.isEmpty() ? "" : " by " + rules.get(causes.get(0).asText())));
    }
    return rows;
  }
}
