package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ConnectionTimeoutTest {
  @Test
  void isOneFindingForEachAddressAndPort() {
    LintedLab.of("VL703")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get nodes
            Unable to connect to the server: dial tcp 10.20.30.70:6443: i/o timeout <<< error: the connection to 10.20.30.70:6443 timed out
            admin@desk:~$ kubectl get pods
            Unable to connect to the server: dial tcp 10.20.30.70:6443: i/o timeout
            admin@desk:~$ curl -k https://10.20.30.71/
            curl: (28) Failed to connect to 10.20.30.71 port 443 after 5001 ms: Connection timed out <<< error: the connection to 10.20.30.71:443 timed out
            """)
        .holds();
  }

  @Test
  void knowsTheServerBehindVcentersOwnProxy() {
    LintedLab.of("VL703")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "http://localhost:1080/external-cert/http1/10.20.30.9/6443/version": context deadline exceeded <<< error: the connection to 10.20.30.9:6443 timed out
            """)
        .holds();
  }

  @Test
  void namesAHostThatIsNoAddress() {
    LintedLab.of("VL703")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://vip.lab:6443/healthz?timeout=5s": context deadline exceeded <<< error: the connection to vip.lab:6443 timed out
            """)
        .holds();
  }

  @Test
  void isLessSureAfterAConnectionThatWasMade() {
    LintedLab.of("VL703")
        .file(
            "paste.txt",
            """
            admin@desk:~$ curl -k https://10.20.30.71/
            curl: (28) Failed to connect to 10.20.30.71 port 443 after 5001 ms: Connection timed out <<< error/medium: timed out
            admin@desk:~$ curl -kv https://10.20.30.71/
            * Connected to 10.20.30.71 (10.20.30.71) port 443 (#0)
            """)
        .holds();
  }

  @Test
  void isSilentAboutATimeoutOfANameServer() {
    LintedLab.of("VL703")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] lookup vc.lab on 10.20.0.53:53: read udp 10.20.30.9:3812->10.20.0.53:53: i/o timeout
            """)
        .holds();
  }
}
