package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableCidrDiffersTest {
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
    return LintedLab.of("VL307");
  }

  @Test
  void findsAnAddressThatTheInterfaceHasNot() {
    Finding finding =
        lab()
            .file("paste-1.txt", ADDRESSES)
            .file(
                TABLES,
                """
                2,workload,00:50:56:00:00:02,172.30.1.11/16,172.30.0.1 <<< error: table workload is made for 172.30.1.11/16, but workload has 172.20.1.10/16
                2,workload,00:50:56:00:00:02,172.30.1.11/16
                """)
            .holds()
            .get(0);
    assertThat(finding.message()).contains("the kernel refuses the source address");
    assertThat(finding.shows()).hasSize(1);
    assertThat(finding.fixes().get(0).title()).isEqualTo("write 172.20.1.10/16");
  }

  @Test
  void findsAnotherPrefixLength() {
    Finding finding =
        lab()
            .file("paste-1.txt", ADDRESSES)
            .file(
                TABLES,
                "2,workload,00:50:56:00:00:02,172.20.1.10/24 <<< error: are of another network\n")
            .holds()
            .get(0);
    assertThat(finding.shows()).isEmpty();
  }

  @Test
  void aLineWithGatewayTakesAnyAddressOfTheNetwork() {
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.0.0/16,172.20.0.1\n")
        .holds();
  }

  @Test
  void isSilentForItsOwnAddressAndWhereTheInterfaceIsNotKnown() {
    lab().file("paste-1.txt", ADDRESSES).file(TABLES, PAIR).holds();
    lab().file("paste-1.txt", ADDRESSES).file(TABLES, PAIR.replace(":02", ":99")).holds();
    lab()
        .file("paste-1.txt", ADDRESSES.replaceAll("    inet 172.*\n", ""))
        .file(TABLES, PAIR)
        .holds();
  }
}
