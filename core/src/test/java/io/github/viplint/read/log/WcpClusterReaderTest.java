package io.github.viplint.read.log;

import static io.github.viplint.read.log.LogReading.fact;
import static io.github.viplint.read.log.LogReading.log;
import static io.github.viplint.read.log.LogReading.only;
import static io.github.viplint.read.log.LogReading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.log.Signature;
import io.github.viplint.log.Signature.Form;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Reading;
import io.github.viplint.model.SupervisorStatus;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WcpClusterReaderTest {
  private static final SignatureSet SIGNATURES =
      new SignatureSet(
          List.of(
              signature("refused", Form.of("refused", "(?P<address>[0-9.]+):[0-9]+.* refused")),
              signature("nic", Form.of("nic.config", "cluster\\.nic\\.config\\.error")),
              signature("error", Form.withHead("error wcp", "^error wcp "))));

  private static final String ANSWER =
      """
      {
        "api_server_management_endpoint": "10.20.0.175",
        "config_status": "ERROR",
        "kubernetes_status": "WARNING",
        "kubernetes_status_messages": [
          {
            "severity": "WARNING",
            "details": {
              "args": ["10.20.0.175", "10.20.0.175:6443 was refused"],
              "default_message": "Health: 10.20.0.175:6443 was refused",
              "id": "vcenter.wcp.health"
            }
          }
        ],
        "messages": [
          {
            "details": {"default_message": "First \\"quoted\\" fault", "id": "vcenter.wcp.x"},
            "severity": "ERROR"
          }
        ]
      }
      """;

  /** What {@code dcli … clusters get} prints where nobody asked for JSON. */
  private static final String FIELDS =
      """
      api_server_management_endpoint: 10.20.0.175
      api_servers:
         - 10.20.0.176
      config_status: ERROR
      kubernetes_status: WARNING
      messages:
         - severity: ERROR
           details:
              id: vcenter.wcp.health
              default_message: 'Health: 10.20.0.175:6443
                was refused'
      """;

  private static final String TABLE =
      """
      |-------------|---------|------------|-----------------|
      |config_status|cluster  |cluster_name|kubernetes_status|
      |-------------|---------|------------|-----------------|
      |RUNNING      |domain-c7|Cluster-00  |READY            |
      |ERROR        |domain-c8|Cluster-01  |WARNING          |
      |-------------|---------|------------|-----------------|
      """;

  private final WcpClusterReader reader = new WcpClusterReader(SIGNATURES);

  private static Signature signature(String id, Form form) {
    return new Signature(id, "XX1", List.of(form), "", "", "", List.of(), List.of());
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.WCP_CLUSTER, text);
  }

  @Test
  void whatDcliPrintsAsFieldsIsRead() {
    Reading reading = LogReading.read(reader, CaptureKind.WCP_CLUSTER, FIELDS);

    LogEntry entry = only(reading);
    assertThat(entry.message()).isEqualTo("Health: 10.20.0.175:6443 was refused");
    assertThat(seen(reading)).contains("refused");
    assertThat(entry.span().place().startLine()).isEqualTo(10);
    assertThat(fact(reading, SupervisorStatus.class))
        .extracting(
            SupervisorStatus::cluster, SupervisorStatus::config, SupervisorStatus::kubernetes)
        .containsExactly("10.20.0.175", Optional.of("ERROR"), Optional.of("WARNING"));
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void whatDcliPrintsAsATableIsRead() {
    Reading reading = LogReading.read(reader, CaptureKind.WCP_CLUSTER, TABLE);

    LogEntry entry = only(reading);
    assertThat(entry.message()).isEqualTo("config_status is ERROR, and no message says why");
    assertThat(entry.span().place().startLine()).isEqualTo(5);
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void eachMessageIsAnEntryThatStandsAtItsText() {
    Reading reading = read(ANSWER);

    assertThat(seen(reading)).containsExactly("refused", "error");
    LogEntry health = log(reading).entries().get(0);
    assertThat(health.level()).contains("warning");
    assertThat(health.message())
        .isEqualTo("Health: 10.20.0.175:6443 was refused (vcenter.wcp.health)");
    assertThat(health.span().text()).isEqualTo("\"Health: 10.20.0.175:6443 was refused\"");
    assertThat(log(reading).entries().get(1).span().text())
        .isEqualTo("\"First \\\"quoted\\\" fault\"");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.coverage().understood()).isEqualTo(reading.coverage().total());
  }

  @Test
  void itsStatusIsKnown() {
    SupervisorStatus status = fact(read(ANSWER), SupervisorStatus.class);

    assertThat(status.cluster()).isEqualTo("10.20.0.175");
    assertThat(status.config()).contains("ERROR");
    assertThat(status.kubernetes()).contains("WARNING");
  }

  @Test
  void anErrorThatNoMessageExplainsIsOne() {
    assertThat(only(read("{\"config_status\": \"ERROR\", \"messages\": []}")).message())
        .isEqualTo("config_status is ERROR, and no message says why");
    assertThat(seen(read("{\"config_status\": \"RUNNING\", \"messages\": []}"))).isEmpty();
  }

  @Test
  void anIdAloneIsEnough() {
    String message =
        """
        {"config_status": "CONFIGURING", "messages": [{"severity": "WARNING",
          "details": {"default_message": "Netzwerk", "id": "vcenter.wcp.cluster.nic.config.error"}}]}
        """;

    assertThat(seen(read(message))).containsExactly("nic");
  }

  /** vSphere 8: a condition has its words in any case, and a status that says what they mean. */
  @Test
  void onlyConditionsThatAreNotMetComplain() {
    String conditions =
        """
        {"config_status": "CONFIGURING", "conditions": [
          {"type": "A", "status": "TRUE", "severity": "ERROR", "description": {"default_message": "one"}},
          {"type": "B", "status": "FALSE", "severity": "ERROR", "description": {"default_message": "two"},
           "messages": [{"severity": "ERROR", "details": {"default_message": "three"}}]}]}
        """;

    assertThat(log(read(conditions)).entries())
        .extracting(LogEntry::message)
        .containsExactlyInAnyOrder("two", "three");
  }

  @Test
  void whatIsCutOffIsSaidAndTheRestCounts() {
    Reading reading = read(ANSWER.substring(0, ANSWER.indexOf("\"messages\"") + 14));

    assertThat(seen(reading)).containsExactly("refused");
    assertThat(reading.problems())
        .extracting(InputProblem::message)
        .containsExactly("the JSON is cut off or damaged here, so no message behind it was read");
  }

  @Test
  void longLinesThatATerminalBrokeAreRead() {
    assertThat(seen(read(ANSWER.replace("was refused\",\n", "was\n refused\",\n"))))
        .containsExactly("refused", "error");
  }

  @Test
  void depthIsLimited() {
    Reading reading = read("{\"a\":".repeat(100_000));

    assertThat(reading.problems()).hasSize(1);
  }

  @Property(tries = 200)
  void readsAnyText(@ForAll String text) {
    Reading reading = read(text);

    assertThat(reading.coverage().total())
        .isEqualTo(text.split("\n", -1).length - (text.endsWith("\n") || text.isEmpty() ? 1 : 0));
  }
}
