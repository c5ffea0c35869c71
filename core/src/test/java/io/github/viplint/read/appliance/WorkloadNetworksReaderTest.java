package io.github.viplint.read.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.model.WorkloadNetworks.Line;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;

class WorkloadNetworksReaderTest {

  @Test
  void oneNetworkToALineHostBitsAndAll() {
    Reading reading =
        read(
            """
            # additional workload networks

            10.30.1.0/24
            10.30.2.7/24
            net-b
            10.30.3.0/24 # x""");
    assertThat(lines(reading))
        .extracting(line -> line.network().map(Object::toString).orElse("-"))
        .containsExactly("10.30.1.0/24", "10.30.2.7/24", "-", "-");
    assertThat(lines(reading))
        .extracting(Line::terminated)
        .containsExactly(true, true, true, false);
    assertThat(reading.coverage()).isEqualTo(new Coverage(6, 6, 0, 0));
  }

  private static Reading read(String text) {
    return new WorkloadNetworksReader().read(Pasted.file(CaptureKind.WORKLOAD_NETWORKS, text));
  }

  private static Iterable<Line> lines(Reading reading) {
    return ((WorkloadNetworks) reading.facts().get(0)).lines();
  }
}
