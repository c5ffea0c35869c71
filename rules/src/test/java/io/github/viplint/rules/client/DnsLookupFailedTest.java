package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DnsLookupFailedTest {
  @Test
  void isOneFindingForEachNameAndServer() {
    LintedLab.of("VL709")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] dial tcp: lookup vc.lab on 10.20.0.53:53: no such host <<< error: vc.lab could not be looked up at 10.20.0.53: no such host
            2031-02-03T04:05:07Z error wcp [x/y.go:1] dial tcp: lookup vc.lab on 10.20.0.53:53: no such host
            """)
        .holds();
  }

  @Test
  void knowsTheToolsAndVcentersOwnWords() {
    LintedLab.of("VL709")
        .file(
            "paste.txt",
            """
            admin@desk:~$ nslookup vc.lab 10.20.0.53
            ;; communications error to 10.20.0.53#53: timed out <<< error: a name could not be looked up at 10.20.0.53: timed out
            """)
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Unable to connect to the management DNS servers 10.20.0.53 from control plane VM. <<< error: management DNS servers
            """)
        .holds();
  }

  @Test
  void isSilentAboutAnAnswer() {
    LintedLab.of("VL709")
        .file(
            "paste.txt",
            """
            admin@desk:~$ dig vc.lab
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
            """)
        .holds();
  }
}
