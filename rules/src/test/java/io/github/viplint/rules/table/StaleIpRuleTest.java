package io.github.viplint.rules.table;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class StaleIpRuleTest {
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
    return LintedLab.of("VL311");
  }

  private static final String RULES =
      """
      root@haproxy [ ~ ]# ip rule show
      0:	from all lookup local
      32763:	from all to 172.40.0.0/16 lookup rtctl_workload
      32764:	from 172.20.1.10/16 lookup rtctl_workload
      32765:	from 172.30.1.10/16 lookup rtctl_workload%s
      32766:	from all lookup main
      32767:	from all lookup default
      """;

  @Test
  void findsARuleOfANetworkThatIsGone() {
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file(
            "paste-2.txt", RULES.formatted(" <<< warning: selects a network that no interface has"))
        .holds();
  }

  @Test
  void findsARuleThatLeadsToAnEmptyTable() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ip rule show
            0:	from all lookup local
            32765:	from all to 172.40.0.0/16 lookup 2 <<< warning: leads to table 2, which is empty
            32766:	from all lookup main
            32767:	from all lookup default
            root@haproxy [ ~ ]# ip route show table all
            default via 192.0.2.1 dev management proto static
            192.0.2.0/24 dev management proto kernel scope link src 192.0.2.10
            local 192.0.2.10 dev management table local proto kernel scope host src 192.0.2.10
            """)
        .holds();
  }

  @Test
  void isSilentWithoutAllInterfaces() {
    lab().file("paste-1.txt", RULES.formatted("")).holds();
    lab()
        .file("paste-1.txt", RULES.formatted(""))
        .file(
            "paste-2.txt",
            """
            root@haproxy [ ~ ]# ip route show
            default via 192.0.2.1 dev management proto static
            """)
        .holds();
  }

  @Test
  void isSilentForARuleOfVips() {
    lab()
        .file("paste-1.txt", ADDRESSES)
        .file("paste-2.txt", RULES.formatted(""))
        .file("etc/vmware/anyip-routes.cfg", "172.30.7.0/24\n")
        .holds();
  }
}
