package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableUnknownMacTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;
  private static final String ADDRESSES =
      """
      root@haproxy [ ~ ]# ip addr show
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
      2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
          inet 192.0.2.10/24 brd 192.0.2.255 scope global management
      3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:02 brd ff:ff:ff:ff:ff:ff
          inet 172.20.1.10/16 brd 172.20.255.255 scope global workload
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL306");
  }

  @Test
  void findsAMacAddressThatNoInterfaceHas() {
    Finding finding =
        lab()
            .file("paste-1.txt", ADDRESSES)
            .file(
                TABLES,
                """
                2,workload,00:50:56:00:00:99,172.20.1.10/16,172.20.0.1 <<< error/high: no interface has the MAC address 00:50:56:00:00:99 of table workload
                2,workload,00:50:56:00:00:99,172.20.1.10/16
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.title()).isEqualTo("write 00:50:56:00:00:02, which workload has");
    assertThat(fix.edits()).hasSize(2);
    assertThat(fix.proven()).isTrue();
  }

  @Test
  void ifconfigLeavesOutInterfacesThatAreDown() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ifconfig
            management Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                      inet addr:192.0.2.10  Bcast:192.0.2.255  Mask:255.255.255.0
            """)
        .file(
            TABLES,
            "2,workload,00:50:56:00:00:99,172.20.1.10/16,172.20.0.1 <<< error/medium: no interface\n")
        .holds();
  }

  @Test
  void isSilentWhenNotAllInterfacesWereCaptured() {
    lab().file(TABLES, PAIR).holds();
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES
                .replace("ip addr show", "ip addr show management")
                .replaceAll("(?s)3: .*", ""))
        .file(TABLES, PAIR)
        .holds();
  }

  @Test
  void isSilentForTheirOwnMacAddresses() {
    lab().file("paste-1.txt", ADDRESSES).file(TABLES, PAIR).holds();
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file(TABLES, "2,workload,00:50:56:00:00:0Z,172.20.1.10/16\n")
        .holds();
  }
}
