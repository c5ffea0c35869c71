package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class AnyipLastLineUnreadTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL111");
  }

  @Test
  void findsALastLineWithoutNewline() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                "10.20.30.0/26\n10.20.31.0/26 <<< error: 10.20.31.0/26 has no newline behind it")
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).edits())
        .singleElement()
        .extracting("newText")
        .isEqualTo("\n");
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void judgesItBehindALineThatFailsAsWell() {
    lab().file(ANYIP, "10.20.30.1/26\n10.20.31.0/26 <<< error: has no newline").holds();
  }

  @Test
  void isTheCauseOfAVipThatIsNotLocal() {
    var report =
        LintedLab.of("VL111")
            .file(ANYIP, "10.20.30.0/26\n10.20.31.0/26")
            .file(
                "etc/haproxy/haproxy.cfg",
                """
                defaults
                  mode tcp
                  timeout connect 5s
                  timeout client 1m
                  timeout server 1m
                frontend api
                  bind 10.20.31.5:443
                  default_backend api
                backend api
                  server one 172.20.0.11:443
                """)
            .report();
    var root =
        report.findings().stream()
            .filter(entry -> entry.finding().rule().code().equals("VL111"))
            .findFirst()
            .orElseThrow();
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL201"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.causedBy()).containsExactly(root.id()));
  }

  @Test
  void isSilentWhenTheLastLineIsNoRange() {
    lab().file(ANYIP, "10.20.30.0/26\n# end").holds();
    lab().file(ANYIP, "10.20.30.0/26\n").holds();
  }

  @Test
  void believesAPasteWhenThePromptFollowsOnTheSameLine() {
    Finding finding =
        lab()
            .file(
                "paste-1.txt",
                """
                root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
                # VIPs
                10.20.30.0/26
                10.20.31.0/26root@haproxy [ ~ ]# ip rule show <<< error/medium: 10.20.31.0/26 has no newline
                0:\tfrom all lookup local
                32766:\tfrom all lookup main
                32767:\tfrom all lookup default
                """)
            .holds()
            .get(0);
    assertThat(finding.label()).isEqualTo("the prompt follows on the same line");
    assertThat(finding.fixes().get(0).commands().get(0))
        .isEqualTo("echo >> /etc/vmware/anyip-routes.cfg");
  }

  @Test
  void isSilentWhenAPasteHasTheLineBreak() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            10.20.30.0/26
            root@haproxy [ ~ ]# ip rule show
            0:\tfrom all lookup local
            32766:\tfrom all lookup main
            32767:\tfrom all lookup default
            """)
        .holds();
  }

  @Test
  void isSilentAtTheEndOfAPaste() {
    lab()
        .file(
            "paste-1.txt",
            "root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n# VIPs\n10.20.30.0/26")
        .holds();
  }
}
