package io.github.viplint.rules.vip;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeOutsideNetworksTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String TWO_NETWORKS =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      3,frontend,00:50:56:00:00:03,10.20.30.2/24,10.20.30.1
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL109");
  }

  @Test
  void findsARangeOutsideOfWorkloadAndFrontend() {
    lab()
        .file(
            ANYIP,
            """
            198.51.100.0/26 <<< warning/medium: 198.51.100.0/26 lies in no connected network
            10.20.30.64/26
            172.20.8.0/24
            """)
        .file(TABLES, TWO_NETWORKS)
        .holds();
  }

  @Test
  void findsARangeThatReachesBeyond() {
    lab()
        .file(ANYIP, "10.20.30.0/23 <<< warning: reaches beyond the connected networks\n")
        .file(TABLES, TWO_NETWORKS)
        .holds();
  }

  @Test
  void doesNotTakeManagementForANetworkOfVips() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            192.0.2.128/26 <<< warning: lies in no connected network
            root@haproxy [ ~ ]# ip addr show
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                inet 127.0.0.1/8 scope host lo
                   valid_lft forever preferred_lft forever
            2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
                inet 192.0.2.10/24 brd 192.0.2.255 scope global management
                   valid_lft forever preferred_lft forever
            3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:00:00:02 brd ff:ff:ff:ff:ff:ff
                inet 172.20.1.10/16 brd 172.20.255.255 scope global workload
                   valid_lft forever preferred_lft forever
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  @Test
  void isSilentWhenNoNetworkIsKnown() {
    lab().file(ANYIP, "198.51.100.0/26\n").holds();
    lab().file(ANYIP, "198.51.100.0/26\n").file(TABLES, "# none\n").holds();
  }

  @Test
  void isSilentWhenTheNetworksWereFiltered() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            198.51.100.0/26
            root@haproxy [ ~ ]# grep workload /etc/vmware/route-tables.cfg
            2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
            """)
        .holds();
  }
}
