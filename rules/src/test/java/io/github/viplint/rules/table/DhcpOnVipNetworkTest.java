package io.github.viplint.rules.table;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DhcpOnVipNetworkTest {
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
    return LintedLab.of("VL314");
  }

  @Test
  void findsAnAddressByDhcp() {
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES.replace(
                "global workload",
                "global dynamic workload <<< info: workload has 172.20.1.10 by DHCP"))
        .holds();
  }

  @Test
  void isSilentForManagement() {
    lab()
        .file("paste-1.txt", ADDRESSES.replace("global management", "global dynamic management"))
        .holds();
  }
}
