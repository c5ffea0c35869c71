package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class AnyipFailsOnRestartTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL112");
  }

  @Test
  void findsEverySpellingThatTheKernelListsOtherwise() {
    Finding blank =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.0/26
                 10.20.30.64/26 <<< warning: is taken once
                10.20.30.128/255.255.255.192 <<< warning: is taken once
                10.21/16 <<< warning: is taken once
                012.22.0.0/16 <<< warning: is taken once
                fd00:20::/64 <<< warning: is taken once
                """)
            .holds()
            .get(0);
    Fix fix = blank.fixes().get(0);
    assertThat(fix.title()).isEqualTo("write 10.20.30.64/26");
    assertThat(fix.proven()).isTrue();
    assertThat(fix.commands()).startsWith("ip route del table local 10.20.30.64/26 dev lo");
  }

  @Test
  void allOfIpv4IsAnError() {
    lab()
        .file(ANYIP, "0.0.0.0/0 <<< error: makes every address of the world the appliance's own\n")
        .holds();
  }

  @Test
  void isSilentForPlainRanges() {
    lab()
        .file(ANYIP, "# VIPs\n10.20.30.0/26\n10.20.30.64\n10.20.30.65/32\n10.20.30.0/26\n")
        .holds();
  }

  @Test
  void isSilentForWhatIsRefusedAtOnce() {
    lab().file(ANYIP, "10.20.30.65/26\n10.20.30.128/26 \n").holds();
  }
}
