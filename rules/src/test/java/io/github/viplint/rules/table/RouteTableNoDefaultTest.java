package io.github.viplint.rules.table;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableNoDefaultTest {
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
    return LintedLab.of("VL308");
  }

  private static final String RULES =
      """
      root@haproxy [ ~ ]# ip rule show
      0:	from all lookup local
      32765:	from 172.20.1.10/16 lookup rtctl_workload%s
      32766:	from all lookup main
      32767:	from all lookup default
      """;

  @Test
  void findsATableOfTheFileWithoutGateway() {
    lab()
        .file(
            TABLES,
            "2,workload,00:50:56:00:00:02,172.20.1.10/16 <<< warning: table workload gets no default route\n")
        .holds();
  }

  @Test
  void findsACapturedTableWithoutDefault() {
    lab()
        .file(
            "paste-1.txt",
            RULES.formatted(
                " <<< warning: table rtctl_workload is looked up and has no default route"))
        .file(
            "paste-2.txt",
            """
            root@haproxy [ ~ ]# ip route show table rtctl_workload
            172.20.0.0/16 dev workload proto kernel scope link src 172.20.1.10
            """)
        .holds();
  }

  @Test
  void tellsOfATableOnce() {
    lab()
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16 <<< warning: table workload\n")
        .file("paste-1.txt", RULES.formatted(""))
        .file(
            "paste-2.txt",
            """
            root@haproxy [ ~ ]# ip route show table rtctl_workload
            172.20.0.0/16 dev workload proto kernel scope link src 172.20.1.10
            """)
        .holds();
  }

  @Test
  void isSilentWithAGateway() {
    lab().file(TABLES, PAIR).holds();
    lab()
        .file("paste-1.txt", RULES.formatted(""))
        .file(
            "paste-2.txt",
            """
            root@haproxy [ ~ ]# ip route show table rtctl_workload
            default via 172.20.0.1 dev workload proto static
            172.20.0.0/16 dev workload proto kernel scope link src 172.20.1.10
            """)
        .holds();
  }

  @Test
  void isSilentForTablesThatWereNotCaptured() {
    lab().file("paste-1.txt", RULES.formatted("")).holds();
  }

  @Test
  void isSilentForATableThatKnowsAllThatItsRuleSendsThere() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ip rule show
            0:	from all lookup local
            100:	from all to 10.9.1.0/24 lookup 100
            32766:	from all lookup main
            32767:	from all lookup default
            root@haproxy [ ~ ]# ip route show table 100
            10.9.0.0/16 via 172.20.0.1 dev workload
            """)
        .holds();
  }

  @Test
  void isSilentForDhcpWithoutGateway() {
    lab()
        .file("paste-1.txt", ADDRESSES.replace("global workload", "global dynamic workload"))
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .holds();
  }

  @Test
  void leavesDroppedGatewaysAndWorkloadNetworksToOthers() {
    lab().file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1,,\n").holds();
    lab()
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16\n")
        .file("etc/vmware/workload-networks.cfg", "172.30.0.0/16\n")
        .holds();
  }
}
