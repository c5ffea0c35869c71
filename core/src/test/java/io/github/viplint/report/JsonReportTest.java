package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static String json(Report report) {
    return GoldenReportTest.written("json", Style.PLAIN, report);
  }

  private static JsonNode tree(Report report) throws IOException {
    return new ObjectMapper().readTree(json(report));
  }

  @Test
  void everyReportFitsTheSchema() {
    ReportSchema.assertValid(json(Samples.brokenRange()));
    ReportSchema.assertValid(json(Samples.healthy()));
    ReportSchema.assertValid(json(Samples.empty()));
    ReportSchema.assertValid(json(Samples.suppressed()));
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() {
    String good = json(Samples.brokenRange());
    assertThat(
            ReportSchema.isValid(good.replace("\"severity\": \"error\"", "\"severity\": \"bad\"")))
        .isFalse();
    assertThat(ReportSchema.isValid(good.replace("\"formatVersion\": 1", "\"formatVersion\": 2")))
        .isFalse();
    assertThat(ReportSchema.isValid(good.replace("\"startLine\": 4", "\"startLine\": 0")))
        .isFalse();
    assertThat(ReportSchema.isValid(good.replace("\"rootCauses\"", "\"causes\""))).isFalse();
  }

  @Test
  void aReaderMayMeetFieldsThatItDoesNotKnow() {
    assertThat(
            ReportSchema.isValid(
                json(Samples.healthy()).replaceFirst("\\{", "{\"fromTheFuture\": 1,")))
        .isTrue();
  }

  @Test
  void itNamesCausesByTheIdsOfFindings() throws IOException {
    JsonNode report = tree(Samples.brokenRange());

    assertThat(report.at("/summary/rootCauses").toString()).isEqualTo("[\"f1\",\"f2\"]");
    assertThat(report.at("/findings/2/message").asText()).isEqualTo("anyip-routes.service failed");
    assertThat(report.at("/findings/2/causedBy").toString()).isEqualTo("[\"f1\"]");
  }

  /** Columns count UTF-16 units, so that an editor finds the place. */
  @Test
  void anEditStandsInTheFileThatTheUserHas() throws IOException {
    JsonNode edit = tree(Samples.brokenRange()).at("/findings/0/fixes/0/edits/0");

    assertThat(edit.toString())
        .isEqualTo(
            "{\"capture\":\"c3\",\"file\":\"paste-3.txt\",\"startLine\":4,\"startColumn\":1,"
                + "\"endLine\":4,\"endColumn\":15,\"snippet\":\"10.20.30.18/28\","
                + "\"snippetColumn\":1,\"newText\":\"10.20.30.16/28\"}");
  }

  @Test
  void aSnippetIsShortHoweverLongTheLine() throws IOException {
    String text = "x".repeat(5000) + "HERE" + "y".repeat(5000) + "\nb\nc\nd\n";
    SampleLab lab =
        new SampleLab().capture("long.txt", CaptureKind.ANYIP_ROUTES, "haproxy", "", text);
    lab.rule(
        "VL102",
        "anyip-unparsable-line",
        Severity.ERROR,
        (host, findings) ->
            findings
                .at(host, lab.span("long.txt", "HERE" + "y".repeat(5000) + "\nb\nc\nd"), "long")
                .report());

    String snippet = tree(lab.report()).at("/findings/0/location/snippet").asText();

    assertThat(snippet.lines()).hasSize(3).allMatch(line -> line.length() <= 200);
    assertThat(snippet).contains("HERE");
    ReportSchema.assertValid(json(lab.report()));
  }

  @Test
  void secretsAreMasked() {
    SampleLab lab =
        new SampleLab()
            .mask((text, start, end) -> text.substring(start, end).replace("s3cret", "***"))
            .capture("a.cfg", CaptureKind.HAPROXY_CFG, "haproxy", "", "user a password s3cret\n");
    lab.rule(
        "VL502",
        "unknown-keyword",
        Severity.ERROR,
        (host, findings) -> findings.at(host, lab.span("a.cfg", "user"), "no such word").report());

    for (String format : ReportFormat.ids()) {
      assertThat(GoldenReportTest.written(format, Style.PLAIN, lab.report()))
          .as(format)
          .contains("no such word")
          .doesNotContain("s3cret");
    }
  }

  /** So that no wrong charset garbles it and nothing in it steers a terminal. */
  @Test
  void itIsPlainAscii() {
    assertThat(json(Samples.brokenRange())).matches("[\\n\\x20-\\x7e]*").contains("\\u25CF");
  }
}
