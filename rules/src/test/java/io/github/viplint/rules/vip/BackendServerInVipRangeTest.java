package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class BackendServerInVipRangeTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";
  private static final String SERVERS =
      """
      frontend web
        mode tcp
        bind 10.20.30.66:443
        default_backend web

      backend web
        mode tcp
        server node-1 10.20.30.70:443 check
        server node-2 10.20.30.71:443 check
        server named web.lab:443

      backend api
        mode tcp
        server node-1 10.20.30.70:6443 check
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL108");
  }

  @Test
  void namesAllServersOfARangeOnce() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                "10.20.30.64/26 <<< error: servers 10.20.30.70, 10.20.30.71 lie in the VIP range\n")
            .file(HAPROXY, SERVERS)
            .holds()
            .get(0);
    assertThat(finding.related()).hasSize(2);
    assertThat(finding.fixes().get(0).title()).isEqualTo("keep 10.20.30.96/27 of it");
  }

  @Test
  void findsThemInAnActiveRangeToo() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ip route show table local
            local 10.20.30.64/26 dev lo scope host <<< error: 10.20.30.70
            local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
            """)
        .file(HAPROXY, SERVERS)
        .holds();
  }

  @Test
  void isSilentForServersOfTheSameSubnet() {
    lab().file(ANYIP, "10.20.30.64/30\n").file(HAPROXY, SERVERS).holds();
  }

  @Test
  void leavesARefusedRangeToHostBits() {
    lab().file(ANYIP, "10.20.30.65/26\n").file(HAPROXY, SERVERS).holds();
  }
}
