package io.github.viplint.rules.routing;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DestinationUnroutableTest {
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";
  private static final String SERVER =
      """
      frontend web
        bind 10.20.30.66:443
      backend web
        server node-1 172.30.0.20:443 check%s
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL403");
  }

  @Test
  void findsServersWithoutAnyRoute() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", ""))
        .file(
            HAPROXY,
            SERVER.formatted(
                " <<< error: no way to 172.30.0.20, the server node-1 of backend web: Network is"
                    + " unreachable"))
        .file(
            "etc/systemd/network/10-management.network",
            """
            [Match]
            Name=management
            [Network]
            DNS=198.51.100.53 <<< error: no way to 198.51.100.53, the name server of management
            DNS=192.0.2.53
            """)
        .holds();
  }

  @Test
  void saysHowItIsRefused() {
    lab()
        .file(
            "paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT + "prohibit 172.30.0.0/16\n"))
        .file(HAPROXY, SERVER.formatted(" <<< error: Permission denied"))
        .holds();
    lab()
        .file(
            "paste-1.txt",
            CapturedHost.with("100:	from all to 172.30.0.0/16 blackhole\n", CapturedHost.DEFAULT))
        .file(HAPROXY, SERVER.formatted(" <<< error: for a blackhole takes it"))
        .holds();
  }

  @Test
  void isSilentWithADefaultRoute() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(HAPROXY, SERVER.formatted(""))
        .holds();
  }

  @Test
  void isSilentWhereATableWasNotCaptured() {
    lab()
        .file("paste-1.txt", CapturedHost.with("100:	from all lookup 77\n", ""))
        .file(HAPROXY, SERVER.formatted(""))
        .holds();
  }

  private static final String PLAN =
      """
      | Parameter | Value |
      | --- | --- |
      | vCenter address | 198.51.100.9 |%s
      | Management IP Addr | 192.0.2.20/24 |
      | Workload Gateway | 172.20.0.1 |
      | Load Balancer IP Range | 172.20.0.32/28 |
      """;

  private static String controlPlane(String routes) {
    return """
        root@4217a0 [ ~ ]# ip addr show
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
            inet 127.0.0.1/8 scope host lo
        2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
            inet 192.0.2.45/24 brd 192.0.2.255 scope global eth0
        root@4217a0 [ ~ ]# ip rule show
        0:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        root@4217a0 [ ~ ]# ip route show
        %s192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.45
        """
        .formatted(routes);
  }

  @Test
  void theSupervisorAsksVcenter() {
    lab()
        .file("plan.md", PLAN.formatted(" <<< error: has no way to 198.51.100.9, the vCenter"))
        .file("paste.txt", controlPlane(""))
        .holds();
    lab()
        .file("plan.md", PLAN.formatted(""))
        .file("paste.txt", controlPlane("default via 192.0.2.254 dev eth0 proto static\n"))
        .holds();
  }

  @Test
  void theApplianceNeverAsksVcenter() {
    lab().file("plan.md", PLAN.formatted("")).file("paste.txt", CapturedHost.with("", "")).holds();
  }
}
