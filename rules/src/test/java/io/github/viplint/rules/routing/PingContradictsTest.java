package io.github.viplint.rules.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingContradictsTest {
  private static final String ANSWERED_BY_ETH0 =
      """
      $ ping 192.0.2.10 -I eth0 -c 1
      PING 192.0.2.10 (192.0.2.10) from 192.0.2.45 eth0: 56(84) bytes of data.
      64 bytes from 192.0.2.10: icmp_seq=1 ttl=128 time=0.412 ms

      --- 192.0.2.10 ping statistics ---
      1 packets transmitted, 1 received, 0% packet loss, time 0ms
      """;

  private static final String FAILED_BY_ETH1 =
      """
      $ ping 192.0.2.10 -I eth1 -c 1
      PING 192.0.2.10 (192.0.2.10) from 172.20.0.2 eth1: 56(84) bytes of data.
      From 172.20.0.1 icmp_seq=1 Destination Host Unreachable <<< info: 192.0.2.10 answers by eth0 and not by eth1

      --- 192.0.2.10 ping statistics ---
      1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms
      """;

  private static List<Finding> lint(String... parts) {
    return LintedLab.of("VL406").file("paste-1.txt", String.join("", parts)).holds();
  }

  @Test
  void standsAtThePingThatFailed() {
    Finding finding = lint(ANSWERED_BY_ETH0, FAILED_BY_ETH1).get(0);
    assertThat(finding.label()).isEqualTo("by eth1: Destination Host Unreachable, says 172.20.0.1");
    assertThat(finding.related().get(0).message()).isEqualTo("by eth0: answered");
  }

  @Test
  void saysWhichOfTheWaysProgramsTake() {
    Finding finding =
        lint(
                ANSWERED_BY_ETH0,
                FAILED_BY_ETH1,
                """
                $ ifconfig
                eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                          inet addr:192.0.2.45  Bcast:192.0.2.255  Mask:255.255.255.0
                eth1      Link encap:Ethernet  HWaddr 00:50:56:00:00:02
                          inet addr:172.20.0.2  Bcast:172.20.0.15  Mask:255.255.255.240
                $ ip rule show
                0:	from all lookup local
                0:	from all to 192.0.2.10 lookup 200
                32766:	from all lookup main
                $ ip route show table 200
                default via 172.20.0.1 dev eth1 proto static
                """)
            .get(0);
    assertThat(finding.notes())
        .containsExactly(
            "a program that binds no device reaches it by eth1, the device that failed:"
                + " rule `0: from all to 192.0.2.10 lookup 200`, table 200: default via 172.20.0.1 dev"
                + " eth1");
  }

  @Test
  void isSilentWhenBothFailOrOnlyOneWasTried() {
    lint(ANSWERED_BY_ETH0);
    lint(FAILED_BY_ETH1.replaceAll(" <<<[^\n]*", ""));
  }

  @Test
  void letsTheLastPingOfADeviceCount() {
    lint(
        ANSWERED_BY_ETH0,
        FAILED_BY_ETH1.replaceAll(" <<<[^\n]*", ""),
        ANSWERED_BY_ETH0.replace("eth0", "eth1"));
  }
}
