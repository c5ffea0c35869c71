package io.github.viplint.rules.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindConflictTest {
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL202").file("etc/vmware/anyip-routes.cfg", "10.20.30.64/26\n");
  }

  @Test
  void findsTwoListenersOnOnePort() {
    Finding finding =
        lab()
            .file(
                HAPROXY,
                """
                frontend web
                  bind 10.20.30.66:443
                frontend api
                  bind 10.20.30.66:443 name api <<< warning: 10.20.30.66:443 is bound twice
                """)
            .holds()
            .get(0);
    assertThat(finding.related().get(0).message()).isEqualTo("the other one, of web");
  }

  @Test
  void findsTheWildcardBesideAnAddress() {
    lab()
        .file(
            HAPROXY,
            """
            frontend all
              bind *:443
            frontend web
              bind 10.20.30.66:443 <<< warning: is bound beside *:443 on all addresses
            """)
        .holds();
  }

  @Test
  void findsPortRangesThatOverlap() {
    lab()
        .file(
            HAPROXY,
            """
            frontend web
              bind 10.20.30.66:8000-8100
            frontend api
              bind 10.20.30.66:8050 <<< warning: 10.20.30.66:8050 is bound twice
            """)
        .holds();
  }

  @Test
  void withoutSharingHaproxyDoesNotStart() {
    Finding finding =
        lab()
            .file(
                HAPROXY,
                """
                global
                  noreuseport
                frontend web
                  bind 10.20.30.66:443
                frontend api
                  bind 10.20.30.66:443 <<< error: haproxy can't bind 10.20.30.66:443, for haproxy itself listens there
                """)
            .holds()
            .get(0);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.PORT_IN_USE);
  }

  /**
   * haproxy can't share a port with a program that does not set SO_REUSEPORT, or is not its own.
   */
  @Test
  void anotherProgramHasThePort() {
    List<Finding> findings =
        lab()
            .file(
                HAPROXY,
                """
                frontend api
                  bind *:5556 <<< error/high: haproxy can't bind 0.0.0.0:5556, for dataplane listens there
                frontend ssh
                  bind 10.20.30.66:22 <<< error/high: haproxy can't bind 10.20.30.66:22, for sshd listens there
                frontend web
                  bind 10.20.30.66:443
                frontend quick
                  bind quic4@10.20.30.66:22
                frontend other
                  bind 10.20.30.66:8443
                  bind 10.20.30.66:9443
                """)
            .file(
                "var/log/network-info.log",
                """
                --- IP ADDRS ---
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                    inet 127.0.0.1/8 scope host lo
                --- OPEN PORTS ---
                COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
                sshd      790 root    3u  IPv4  17800      0t0  TCP *:ssh (LISTEN)
                sshd      790 root    4u  IPv6  17801      0t0  TCP *:ssh (LISTEN)
                dataplane 900 root    7u  IPv6  17802      0t0  TCP *:5556 (LISTEN)
                other     901 root    7u  IPv4  17803      0t0  UDP *:https
                other     901 root    8u  IPv4  17804      0t0  TCP 127.0.0.1:8443 (LISTEN)
                other     901 root    9u  IPv4  17805      0t0  TCP 10.20.30.66:9443->10.0.0.1:1 (ESTABLISHED)
                """)
            .holds();

    assertThat(findings)
        .flatExtracting(Finding::evidence)
        .extracting(evidence -> evidence.says() + " " + evidence.message())
        .containsExactly(
            "CONFIRMS another program has the port", "CONFIRMS another program has the port");
  }

  @Test
  void isSilentWhereHaproxyItselfListens() {
    lab()
        .file(HAPROXY, "frontend web\n  bind 10.20.30.66:443\n  bind 10.20.30.66:80\n")
        .file(
            "sockets.txt",
            """
            root@haproxy [ ~ ]# ss -ltnp
            State  Recv-Q Send-Q Local Address:Port Peer Address:Port
            LISTEN 0      4096   10.20.30.66:443         0.0.0.0:*    users:(("haproxy",pid=829,fd=6))
            LISTEN 0      4096   10.20.30.66:80          0.0.0.0:*
            """)
        .holds();
  }

  @Test
  void isSilentForOtherPortsAddressesProcessesAndDevices() {
    lab()
        .file(
            HAPROXY,
            """
            frontend web
              bind 10.20.30.66:443
              bind 10.20.30.66:80
              bind 10.20.30.67:443
              bind *:8443 process 1
              bind *:8443 process 2
              bind *:9443 interface frontend
              bind *:9443 interface workload
              bind /run/web.sock
              bind :::7443
              bind 10.20.30.66:7443
            """)
        .holds();
  }

  @Test
  void isSilentForProxiesOfOtherProcesses() {
    lab()
        .file(
            HAPROXY,
            """
            frontend one
              bind-process 1
              bind *:443
            frontend two
              bind-process 2
              bind *:443
            """)
        .holds();
  }
}
