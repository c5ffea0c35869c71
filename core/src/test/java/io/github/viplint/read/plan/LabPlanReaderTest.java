package io.github.viplint.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import org.junit.jupiter.api.Test;

class LabPlanReaderTest {
  private static ReadPlan read(String text) {
    return ReadPlan.of(CaptureKind.LAB_PLAN, text);
  }

  @Test
  void readsWhatTheNetworksAreToBe() {
    ReadPlan plan =
        read(
            """
            # \uD83D\uDEA2 harbour
            rules: {VL101: error}
            lab:
              management:
                network: 172.26.5.0/24
                gateway: 172.26.5.1
                appliance: 172.26.5.20/24
                range: 172.26.5.40 - 172.26.5.44
                dns: [172.26.5.10]
              workload: {range: 172.26.8.100-199}
              appliance-vips: [172.26.9.64/26, 172.26.9.130/27]
              supervisor-vips: 172.26.9.64 - 172.26.9.95
              dataplane: 172.26.5.20:5556
              services: 10.96.0.0/23
            """);
    assertThat(plan.told())
        .containsExactly(
            "5: network of management 172.26.5.0/24",
            "6: gateway of management 172.26.5.1",
            "7: address of the appliance in management 172.26.5.20/24",
            "7: network of management 172.26.5.0/24",
            "8: control plane range of management 172.26.5.40-172.26.5.44",
            "9: name server of management 172.26.5.10",
            "10: node range of workload 172.26.8.100-172.26.8.199",
            "11: VIP range of the appliance 172.26.9.64/26",
            "11: VIP range of the appliance 172.26.9.130/27",
            "12: VIP range of the Supervisor 172.26.9.64/27",
            "13: Data Plane API 172.26.5.20:5556",
            "14: service CIDR 10.96.0.0/23");
    assertThat(plan.entries().get(8).span().text()).isEqualTo("172.26.9.130/27");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void saysWhatItCantRead() {
    assertThat(read("lab:\n  management:\n    gateway: 172.26.5.300\n").problems())
        .containsExactly("3: there is no such address");
  }
}
