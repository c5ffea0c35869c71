package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.CidrLinesParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Reading;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads workload-networks.cfg, one network to a line. */
public final class WorkloadNetworksReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.WORKLOAD_NETWORKS);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(TokenTables.cidrLines(), CidrLinesParser::new, CidrLinesParser::line);
    List<WorkloadNetworks.Line> read = new ArrayList<>();
    Lines lines = new Lines(capture);
    ServiceLines text = new ServiceLines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      Span span = text.at(lines);
      var entry = parser.parse(capture.text(), span.start(), span.end()).tree().entry();
      boolean marked = text.isMarked(span);
      if (entry != null || marked) {
        Optional<Cidr> network =
            entry != null && entry.getChildCount() == 1 && !marked
                ? AddressText.cidrOrAddress(span.text())
                : Optional.empty();
        read.add(new WorkloadNetworks.Line(span, text.seen(span), network, lines.terminated()));
      }
    }
    return lines.reading(List.of(new WorkloadNetworks(capture, read)));
  }
}
