package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeContainsGatewayTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL105");
  }

  @Test
  void findsTheGatewayOfRouteTables() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                172.20.36.0/25 <<< error: 172.20.36.1, the gateway of frontend, lies in the VIP range 172.20.36.0/25
                """)
            .file(TABLES, "3,frontend,00:50:56:00:00:03,172.20.36.200/24,172.20.36.1\n")
            .holds()
            .get(0);
    assertThat(finding.related().get(0).span().text()).isEqualTo("172.20.36.1");
    assertThat(finding.fixes())
        .extracting(Fix::title)
        .containsExactly(
            "keep 172.20.36.64/26 of it",
            "keep all of it but 172.20.36.1, in 7 lines",
            "write a range of its own in place of 172.20.36.0/25");
    assertThat(finding.fixes()).extracting(Fix::proven).containsExactly(true, true, false);
  }

  @Test
  void findsTheGatewayOfARoute() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            192.0.2.0/26 <<< error: 192.0.2.1, the gateway of frontend
            root@haproxy [ ~ ]# ip route show
            default via 192.0.2.1 dev frontend proto static
            192.0.2.0/24 dev frontend proto kernel scope link src 192.0.2.200
            """)
        .holds();
  }

  @Test
  void namesAGatewayOnceForARange() {
    lab()
        .file(ANYIP, "10.20.30.0/26 <<< error: 10.20.30.1\n")
        .file(
            TABLES,
            """
            2,workload,00:50:56:00:00:02,172.20.1.10/16,10.20.30.1
            3,frontend,00:50:56:00:00:03,10.20.30.200/24,10.20.30.1
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheGatewayIsOutside() {
    lab()
        .file(ANYIP, "10.20.30.64/26\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.200/24,10.20.30.1\n")
        .holds();
  }

  @Test
  void leavesARefusedRangeToHostBits() {
    lab()
        .file(ANYIP, "10.20.30.5/26\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.200/24,10.20.30.1\n")
        .holds();
  }
}
