package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class WorkloadNetworksWithoutTableTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;
  private static final String NETWORKS = "etc/vmware/workload-networks.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL316");
  }

  @Test
  void findsNetworksWithoutTableWorkload() {
    Finding finding =
        lab()
            .file(TABLES, "3,frontend,00:50:56:00:00:03,172.20.1.10/16,172.20.0.1\n")
            .file(NETWORKS, "172.30.1.0/16 <<< error: route-tables.cfg has none\n")
            .holds()
            .get(0);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
  }

  @Test
  void isSilentWithTheTableAndWithoutNetworks() {
    lab().file(TABLES, PAIR).file(NETWORKS, "172.30.0.0/16\n").holds();
    lab()
        .file(TABLES, "3,frontend,00:50:56:00:00:03,172.20.1.10/16\n")
        .file(NETWORKS, "# none\n\n")
        .holds();
    lab()
        .file(TABLES, "{{ id }},{{ name }},{{ mac }},{{ cidr }}\n")
        .file(NETWORKS, "172.30.0.0/16\n")
        .holds();
  }
}
