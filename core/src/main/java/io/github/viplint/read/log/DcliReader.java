package io.github.viplint.read.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Sighting;
import io.github.viplint.model.SupervisorStatus;
import io.github.viplint.read.line.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what dcli prints of Supervisors as text: the messages, and the state of each. Of several
 * the first is the one whose state is told.
 */
final class DcliReader {
  private static final String ENDPOINT = "api_server_management_endpoint";
  private static final String CONFIG = "config_status";
  private static final String KUBERNETES = "kubernetes_status";

  private final SignatureSet signatures;
  private final Capture capture;
  private final Lines lines;
  private final LogScan scan;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private List<String> columns = List.of();

  private record Fault(String message, Span span) {}

  DcliReader(SignatureSet signatures, Capture capture) {
    this.signatures = signatures;
    this.capture = capture;
    this.lines = new Lines(capture);
    this.scan = new LogScan(capture, lines, new DcliFormat(), signatures);
  }

  Reading read() {
    while (lines.next()) {
      if (lines.blank()) {
        scan.close();
      } else if (lines.text().stripLeading().startsWith("|")) {
        scan.close();
        row(Arrays.stream(lines.text().split("\\|")).skip(1).map(String::strip).toList());
      } else {
        DcliFormat.Field.of(lines.text()).ifPresent(field -> value(field.name(), field.value()));
        scan.add();
      }
    }
    Log read = scan.log();
    Log log =
        read.entries().isEmpty()
            ? new Log(
                capture,
                faults.stream().map(this::entry).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            : read;
    SupervisorStatus status =
        new SupervisorStatus(
            capture,
            values.getOrDefault(ENDPOINT, ""),
            Optional.ofNullable(values.get(CONFIG)),
            Optional.ofNullable(values.get(KUBERNETES)));
    return lines.reading(List.of(log, status));
  }

  /** The first row names the columns; rules of dashes stand around it. */
  private void row(List<String> cells) {
    if (cells.isEmpty() || cells.get(0).startsWith("-")) {
      return;
    }
    if (cells.contains(CONFIG) || cells.contains(KUBERNETES)) {
      columns = cells;
      return;
    }
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      value(columns.get(i), cells.get(i));
    }
  }

  private void value(String name, String value) {
    values.putIfAbsent(name, value);
    if ((name.equals(CONFIG) || name.equals(KUBERNETES)) && value.equals("ERROR")) {
      faults.add(new Fault(name + " is ERROR, and no message says why", lines.span()));
    }
  }

  private LogEntry entry(Fault fault) {
    List<Sighting> sightings =
        LogScan.sightings(signatures, fault.message(), "error wcp " + fault.message());
    return new LogEntry(
        fault.span(),
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalLong.empty(),
        Optional.of("error"),
        Optional.empty(),
        fault.message(),
        sightings);
  }
}
