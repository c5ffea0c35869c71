package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableGatewayTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL305");
  }

  @Test
  void findsGatewaysThatTheKernelRefuses() {
    for (Finding finding :
        lab()
            .file(
                TABLES,
                """
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.21.0.1 <<< error: lies outside 172.20.0.0/16
                """)
            .holds()) {
      assertThat(finding.shows())
          .extracting(Condition::kind)
          .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
    }
  }

  @Test
  void findsGatewaysThatAreNone() {
    for (Finding finding :
        lab()
            .file(
                TABLES,
                """
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.1.10 <<< error: is the appliance's own address
                3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.0 <<< error: is the network address
                4,other,00:50:56:00:00:04,10.20.31.10/24,10.20.31.255 <<< error: is the broadcast address
                """)
            .holds()) {
      assertThat(finding.shows()).isEmpty();
    }
  }

  @Test
  void isSilentForGatewaysOfTheNetwork() {
    lab().file(TABLES, PAIR).holds();
    lab().file(TABLES, "3,frontend,00:50:56:00:00:03,192.168.3.10/22,192.168.1.255\n").holds();
    lab().file(TABLES, "3,frontend,00:50:56:00:00:03,192.0.2.10/31,192.0.2.11\n").holds();
  }
}
