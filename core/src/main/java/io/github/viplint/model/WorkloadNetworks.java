package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code /etc/vmware/workload-networks.cfg}: the additional workload networks, one CIDR to a line.
 */
public record WorkloadNetworks(Capture capture, List<Line> lines) implements Facts {
  public WorkloadNetworks {
    lines = List.copyOf(lines);
  }

  /**
   * A line that is neither blank nor a comment. Host bits are fine here: the kernel masks a rule's
   * selector.
   */
  public record Line(Span span, String text, Optional<Cidr> network, boolean terminated) {}
}
