package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DuplicateAddressInBackendTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL512");
  }

  @Test
  void findsTheSameAddressInAnySpelling() {
    assertThat(
            lab()
                .file(
                    CFG,
                    """
                    backend web
                      server one 172.20.0.11:443
                      server two ipv4@172.20.0.11:443 check <<< info: servers one and two are one
                      server six [2001:db8::1]:443
                      server too 2001:db8:0::1:443 <<< info: servers six and too are one
                      server a node.example:443
                      server b node.example:443 <<< info: servers a and b are one
                    """)
                .holds())
        .allSatisfy(
            finding -> {
              assertThat(finding.fixes().get(0).safety()).isEqualTo(Fix.Safety.UNSAFE);
              assertThat(finding.fixes().get(0).proven()).isTrue();
            });
  }

  @Test
  void isSilentOnOtherPortsOtherBackendsAndPlacesKeptForLater() {
    lab()
        .file(
            CFG,
            """
            backend web
              server one 172.20.0.11:443
              server two 172.20.0.11:6443
              server three 172.20.0.12:443
              server slot1 127.0.0.1:1 disabled
              server slot2 127.0.0.1:1 disabled
            backend api
              server one 172.20.0.11:443
            """)
        .holds();
  }

  @Test
  void leavesSectionsOfVcenterToVcenter() {
    assertThat(
            lab()
                .file(
                    CFG,
                    """
                    backend domain-c9:0001-web
                      server one 172.20.0.11:443
                      server two 172.20.0.11:443 <<< info: are one
                    """)
                .holds()
                .get(0)
                .fixes())
        .extracting(Fix::safety)
        .containsExactly(Fix.Safety.MANUAL);
  }
}
