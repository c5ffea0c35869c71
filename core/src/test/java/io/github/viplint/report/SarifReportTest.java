package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode sarif(Report report) throws IOException {
    return MAPPER.readTree(GoldenReportTest.written("sarif", Style.PLAIN, report));
  }

  /** OASIS's own schema, from the jar that carries it. */
  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  @Test
  void everyReportFitsTheSchemaOfSarif() throws IOException {
    for (Report report :
        List.of(Samples.brokenRange(), Samples.healthy(), Samples.empty(), Samples.suppressed())) {
      assertThat(schema().validate(sarif(report))).isEmpty();
    }
  }

  @Test
  void theSchemaSeesAWrongReport() throws IOException {
    String wrong =
        GoldenReportTest.written("sarif", Style.PLAIN, Samples.brokenRange())
            .replace("\"level\": \"error\"", "\"level\": \"fatal\"");
    assertThat(schema().validate(MAPPER.readTree(wrong))).isNotEmpty();
  }

  @Test
  void aResultNamesItsRuleAndWhatCausedIt() throws IOException {
    JsonNode run = sarif(Samples.brokenRange()).at("/runs/0");
    JsonNode symptom = run.at("/results/2");

    int rule = symptom.get("ruleIndex").asInt();
    assertThat(run.at("/tool/driver/rules/" + rule + "/id").asText())
        .isEqualTo(symptom.get("ruleId").asText());
    assertThat(symptom.at("/relatedLocations/0/message/text").asText())
        .startsWith("caused by: 10.20.30.18/28 is no subnet");
  }

  @Test
  void whatCouldNotBeReadIsANotification() throws IOException {
    assertThat(
            sarif(Samples.empty())
                .at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text")
                .asText())
        .isEqualTo("is no text");
  }

  /** The sample is a paste: its text stands in no file of the machine. */
  @Test
  void aPasteIsOfferedNoEdit() throws IOException {
    assertThat(sarif(Samples.brokenRange()).at("/runs/0/results/0/fixes").isMissingNode()).isTrue();
  }
}
