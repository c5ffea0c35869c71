package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeRejectedAsExistingTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String ADDRESSES =
      """
      root@haproxy [ ~ ]# ip addr show
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
      2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:03 brd ff:ff:ff:ff:ff:ff
          inet 10.20.30.10/24 brd 10.20.30.255 scope global frontend
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL104");
  }

  @Test
  void findsAnAddressOfTheAppliance() {
    Finding finding =
        lab()
            .file("paste-1.txt", ADDRESSES)
            .file(
                ANYIP,
                """
                10.20.30.64/26
                10.20.30.10 <<< error: 10.20.30.10 is refused, and every VIP is down: table local has 10.20.30.10 already, an address of frontend
                10.20.30.255/32 <<< error: 10.20.30.255/32 will be refused as soon as it is read
                """)
            .holds()
            .get(0);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.RANGE_REJECTED);
    assertThat(finding.fixes()).extracting(Fix::proven).containsExactly(true);
  }

  @Test
  void findsTheSameRangeInAnotherSpelling() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.64/26
            10.20.30.64/255.255.255.192 <<< error: a range that a line before it adds in another spelling
            """)
        .holds();
  }

  @Test
  void isSilentForAnExactRepeatAndALargerRange() {
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file(ANYIP, "10.20.30.64/26\n10.20.30.64/26\n10.20.30.0/24\n10.20.30.8/29\n")
        .holds();
  }

  @Test
  void leavesLoopbackToSpecialRanges() {
    lab().file(ANYIP, "127.0.0.0/8\n").holds();
  }

  @Test
  void knowsNoCollisionWithAddressesThatWereNotCaptured() {
    lab().file(ANYIP, "10.20.30.10\n").holds();
  }
}
