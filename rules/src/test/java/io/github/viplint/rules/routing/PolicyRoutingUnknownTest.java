package io.github.viplint.rules.routing;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PolicyRoutingUnknownTest {
  private static void lint(String text) {
    LintedLab.of("VL407").file("paste-1.txt", text).holds();
  }

  @Test
  void saysThatRouteNShowsTableMainOnly() {
    lint(
        """
        $ route -n
        Kernel IP routing table <<< info: only table main of
        Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
        0.0.0.0         192.0.2.254     0.0.0.0         UG    0      0        0 eth0
        192.0.2.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
        """);
  }

  @Test
  void saysSoOfIpRouteToo() {
    lint(
        """
        root@haproxy [ ~ ]# ip route
        default via 192.0.2.254 dev management proto static <<< info: only table main of haproxy
        192.0.2.0/24 dev management proto kernel scope link src 192.0.2.45
        """);
  }

  @Test
  void callsAHostWithoutNameByItsRole() {
    LintedLab.of("VL407")
        .file(
            "paste-1.txt",
            """
            #viplint host=supervisor cmd=ip route
            default via 192.0.2.254 dev eth0 proto static <<< info: only table main of the supervisor was
            """)
        .holds();
  }

  @Test
  void isSilentWhereNoRouteCouldBeRead() {
    lint(
        """
        $ ip route
        nexthop via 192.0.2.254 dev eth0 weight 1
        """);
  }

  @Test
  void isSilentOnceTheRulesWereCaptured() {
    lint(
        """
        $ ip route
        default via 192.0.2.254 dev eth0 proto static
        192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.45
        $ ip rule
        0:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        """);
  }

  @Test
  void isSilentWhenOtherTablesWereCaptured() {
    lint(
        """
        $ ip route
        default via 192.0.2.254 dev eth0 proto static
        $ ip route show table 200
        default via 172.20.0.1 dev eth1 proto static
        """);
  }
}
