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
}
