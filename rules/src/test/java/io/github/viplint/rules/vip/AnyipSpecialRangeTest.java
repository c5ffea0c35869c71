package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyipSpecialRangeTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL116");
  }

  @Test
  void findsRangesThatNobodyReaches() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.64/26
            169.254.10.0/24 <<< error: link-local
            224.0.0.0/28 <<< error: multicast
            250.1.0.0/24 <<< error: reserved
            0.0.0.0/28 <<< error: this network
            fe80::/64 <<< error: link-local
            128.0.0.0/1 <<< error: 169.254.0.0/16
            """)
        .holds();
  }

  @Test
  void loopbackIsRefusedAndEndsTheService() {
    List<Finding> findings =
        lab()
            .file(
                ANYIP,
                """
                127.0.0.0/8 <<< error: File exists
                127.1.0.0/16 <<< error: 127.0.0.0/8, which is loopback: no client
                """)
            .holds();
    assertThat(findings.get(0).shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.RANGE_REJECTED);
  }

  @Test
  void judgesLinesThatAreNeverReached() {
    lab().file(ANYIP, "10.20.30.65/26\n169.254.10.0/24 <<< error: link-local\n").holds();
  }

  @Test
  void isSilentForPublicAndPrivateRanges() {
    lab()
        .file(ANYIP, "10.20.30.64/26\n192.0.2.0/28\n203.0.113.16/28\n100.64.7.0/24\n0.0.0.0/0\n")
        .holds();
  }
}
