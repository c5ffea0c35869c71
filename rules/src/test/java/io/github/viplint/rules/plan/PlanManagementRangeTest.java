package io.github.viplint.rules.plan;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PlanManagementRangeTest {
  private static LintedLab lab() {
    return LintedLab.of("VL803");
  }

  @Test
  void findsTooFew() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP Range | 172.30.5.40 - 172.30.5.43 | <<< error: the control plane gets 4 addresses
            | Management Gateway | 172.30.5.1 |
            | Workload Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void findsTooFewInTheSpecForTheApi() {
    lab()
        .file(
            "spec.json",
            """
            {"network_provider": "VSPHERE_NETWORK",
             "master_management_network": {"address_range": {
               "starting_address": "172.30.5.40", <<< error: the control plane gets one address
               "address_count": 1, "subnet_mask": "255.255.255.0", "gateway": "172.30.5.1"}}}
            """)
        .holds();
  }

  @Test
  void findsARangeThatLeavesItsNetwork() {
    lab()
        .file(
            "plan.md",
            """
            | Management Network | Starting IP Address | 172.30.5.252 | <<< error: does not lie among the hosts of 172.30.5.0/24
            | Management Network | Subnet Mask | 255.255.255.0 |
            | Workload Network | Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void findsTheApplianceAndAGatewayInIt() {
    lab()
        .file(
            "plan.md",
            """
            | Data Plane API Addr | 172.30.5.41:5556 |
            | Management IP | 172.30.5.41/24 |
            | Management Gateway | 172.30.5.44 |
            | Management Network | Starting IP Address | 172.30.5.40 | <<< error: 172.30.5.41, the Data Plane API and the address <<< error: 172.30.5.44, the gateway of management, lies in
            """)
        .holds();
  }

  @Test
  void isSilentOnFiveOfTheNetwork() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Management Gateway | 172.30.5.1 |
            | Management Network | Starting IP Address | 172.30.5.40 |
            """)
        .holds();
  }
}
