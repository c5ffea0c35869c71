package io.github.viplint.rules.table;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class NetworksOverlapTest {
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
    return LintedLab.of("VL313");
  }

  @Test
  void findsInterfacesInOneSubnet() {
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES
                .replace("192.0.2.10/24 brd 192.0.2.255", "172.20.7.10/16 brd 172.20.255.255")
                .replace(
                    "global workload",
                    "global workload <<< error: management and workload share the subnet 172.20.0.0/16"))
        .holds();
  }

  @Test
  void findsTablesThatOverlap() {
    lab()
        .file(
            TABLES,
            """
            2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
            2,workload,00:50:56:00:00:02,172.20.1.10/16
            3,frontend,00:50:56:00:00:03,172.20.7.10/24,172.20.7.1 <<< error: workload and frontend overlap
            3,frontend,00:50:56:00:00:03,172.20.7.10/24
            """)
        .holds();
  }

  @Test
  void findsThemOnASupervisor() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@supervisor-1 [ ~ ]# ifconfig
            eth0      Link encap:Ethernet  HWaddr 00:50:56:00:01:01
                      inet addr:192.168.0.45  Bcast:192.168.3.255  Mask:255.255.252.0
            eth1      Link encap:Ethernet  HWaddr 00:50:56:00:01:02
                      inet addr:192.168.2.16  Bcast:192.168.3.255  Mask:255.255.252.0 <<< error: management and workload share
            root@supervisor-1 [ ~ ]# kubectl get nodes
            """)
        .holds();
  }

  @Test
  void isSilentForTwoNetworkCards() {
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file(TABLES, PAIR + "3,frontend,00:50:56:00:00:02,172.20.1.10/16\n")
        .holds();
  }
}
