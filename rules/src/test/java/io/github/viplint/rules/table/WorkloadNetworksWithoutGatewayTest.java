package io.github.viplint.rules.table;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class WorkloadNetworksWithoutGatewayTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;
  private static final String NETWORKS = "etc/vmware/workload-networks.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL312");
  }

  @Test
  void findsNetworksThatTableWorkloadHasNoWayTo() {
    lab()
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .file(
            NETWORKS,
            "# more\n172.30.0.0/16 <<< warning: packets to 172.30.0.0/16 and 1 more\n172.31.0.0/16\n")
        .holds();
  }

  @Test
  void isSilentWithAGatewayAndWithoutNetworks() {
    lab().file(TABLES, PAIR).file(NETWORKS, "172.30.0.0/16\n").holds();
    lab()
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .file(NETWORKS, "# none\n")
        .holds();
  }

  @Test
  void leavesAMissingTableToAnother() {
    lab()
        .file(TABLES, "3,frontend,00:50:56:00:00:03,172.20.1.10/16\n")
        .file(NETWORKS, "172.30.0.0/16\n")
        .holds();
  }
}
