package io.github.viplint.read.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Sighting;
import io.github.viplint.model.SupervisorStatus;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.plan.SupervisorNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads what vCenter's API answers about a Supervisor ({@code GET
 * /api/vcenter/namespace-management/clusters/CLUSTER}). Its messages are matched as wcpsvc.log
 * would print them, so that the same signatures hold; its networks are a plan. What dcli prints of
 * the same without {@code +formatter json} is read for its messages and states.
 */
public final class WcpClusterReader implements Reader {
  private final SignatureSet signatures;

  public WcpClusterReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.WCP_CLUSTER);
  }

  @Override
  public Reading read(Capture capture) {
    return DcliFormat.is(capture.text())
        ? new DcliReader(signatures, capture).read()
        : document(capture);
  }

  private Reading document(Capture capture) {
    SupervisorNetworks networks = new SupervisorNetworks(capture);
    WcpMessages answer = WcpMessages.in(capture.text(), networks::token);
    Plan plan = networks.plan();
    List<LogEntry> entries = new ArrayList<>();
    for (WcpMessages.Message message : answer.messages()) {
      entry(capture, message).ifPresent(entries::add);
    }
    Lines lines = new Lines(capture);
    while (lines.next()) {
      // a document is understood as a whole
    }
    networks.report(lines);
    answer
        .broken()
        .ifPresent(
            at ->
                lines.problem(
                    capture.span(at, capture.text().length()),
                    "the JSON is cut off or damaged here, so no message behind it was read"));
    Log log =
        new Log(
            capture,
            entries,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SupervisorStatus status =
        new SupervisorStatus(
            capture,
            answer.value("api_server_management_endpoint").orElse(""),
            answer.value("config_status"),
            answer.value("kubernetes_status"));
    return lines.reading(List.of(log, status, plan));
  }

  private Optional<LogEntry> entry(Capture capture, WcpMessages.Message message) {
    String record = message.severity() + " wcp " + message.text();
    List<Sighting> sightings = LogScan.sightings(signatures, message.text(), record);
    return sightings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LogEntry(
                capture.span(message.start(), message.end()),
                Optional.empty(),
                Optional.empty(),
                "",
                OptionalLong.empty(),
                Optional.of(message.severity()),
                Optional.empty(),
                message.text(),
                sightings));
  }
}
