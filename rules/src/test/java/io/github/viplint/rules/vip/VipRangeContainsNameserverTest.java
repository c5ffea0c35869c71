package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeContainsNameserverTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String NETWORK = "etc/systemd/network/10-management.network";

  private static LintedLab lab() {
    return LintedLab.of("VL106");
  }

  @Test
  void findsDnsAndNtpServers() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.0/26 <<< error: 10.20.30.53, the name server of management, lies in the VIP range 10.20.30.0/26
                10.20.30.64/26 <<< error: 10.20.30.70, the time server of management
                """)
            .file(
                NETWORK,
                """
                [Match]
                Name=management
                [Network]
                DNS=10.20.30.53
                DNS=192.0.2.53
                NTP=10.20.30.70
                """)
            .holds()
            .get(0);
    assertThat(finding.related().get(0).span().text()).isEqualTo("10.20.30.53");
  }

  @Test
  void namesAServerOfTwoSettingsOnce() {
    lab()
        .file(ANYIP, "10.20.30.0/26 <<< error: 10.20.30.53\n")
        .file(NETWORK, "[Match]\nName=management\n[Network]\nDNS=10.20.30.53\n")
        .file("etc/resolv.conf", "nameserver 10.20.30.53\n")
        .holds();
  }

  @Test
  void isSilentOutsideAndForARefusedRange() {
    lab()
        .file(ANYIP, "10.20.30.64/26\n10.20.30.5/26\n")
        .file(NETWORK, "[Match]\nName=management\n[Network]\nDNS=10.20.30.53\n")
        .holds();
  }

  @Test
  void findsTheServersOfAPlan() {
    LintedLab.of("VL106")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            172.30.5.0/26 <<< error: 172.30.5.10, the name server of management, lies <<< error: 172.30.5.20, the Data Plane API, lies
            """)
        .file(
            "wizard.md",
            """
            | Data Plane API Addr | 172.30.5.20:5556 |
            | Management Network | DNS Server | 172.30.5.10 |
            | Workload Network | Gateway | 172.30.8.1 |
            """)
        .holds();
  }
}
