package io.github.viplint.rules.vip;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeHasUnusableAddressesTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL110");
  }

  @Test
  void findsTheBroadcastAddressOfAnInterface() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ip addr show frontend
            4: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:00:00:03 brd ff:ff:ff:ff:ff:ff
                inet 10.64.0.10/23 brd 10.64.1.255 scope global frontend
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            10.64.1.0/24 <<< info: holds 10.64.1.255 (broadcast address of the network of frontend)
            """)
        .holds();
  }

  @Test
  void findsBothEndsOfAWholeSubnet() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.0/24 <<< info: 10.20.30.0 (network address of the network of frontend) and 10.20.30.255 (broadcast
            """)
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.254\n")
        .holds();
  }

  @Test
  void isSilentForOrdinaryHostsOfAWiderSubnet() {
    lab()
        .file(ANYIP, "192.168.1.0/24\n192.168.128.0\n192.168.7.255\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,192.168.250.10/16,192.168.250.1\n")
        .holds();
  }

  @Test
  void isSilentForPointToPointNetworks() {
    lab()
        .file(ANYIP, "10.20.30.0/24\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.10/31,10.20.30.11\n")
        .holds();
  }
}
