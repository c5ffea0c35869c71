package io.github.viplint.rules.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindFailureLoggedTest {
  @Test
  void sumsUpTheAttemptsOfOneAddressAndPort() {
    List<Finding> findings =
        LintedLab.of("VL203")
            .file(
                "paste.txt",
                """
                root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
                Mar 02 10:11:12 haproxy.lab.example haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot bind socket [10.20.30.70:443] <<< error: can't bind 10.20.30.70:443
                Mar 02 10:11:12 haproxy.lab.example haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot bind socket [10.20.30.70:6443] <<< error: can't bind 10.20.30.70:6443
                Mar 02 10:11:13 haproxy.lab.example haproxy[822]: [ALERT] 060/101113 (822) : Starting frontend api: cannot bind socket [10.20.30.70:443]
                Mar 02 10:11:13 haproxy.lab.example haproxy[822]: [ALERT] 060/101113 (822) : Starting frontend api: cannot bind socket [10.20.30.70:6443]
                """)
            .holds();
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.occurrences())
                    .hasValueSatisfying(
                        times -> {
                          assertThat(times.count()).isEqualTo(2);
                          assertThat(times.first().orElseThrow()).hasToString("Mar 02 10:11:12");
                          assertThat(times.last().orElseThrow()).hasToString("Mar 02 10:11:13");
                        }));
  }

  /** Nobody should make an address local that haproxy no longer wants. */
  @Test
  void speaksOfThePastWhereTheFileBindsAnotherAddressNow() {
    LintedLab.of("VL203")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot bind socket [10.20.30.70:443] <<< error/medium: could not bind 10.20.30.70:443, which haproxy.cfg no longer names
            Mar 02 10:11:12 haproxy haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend web: cannot bind socket [10.20.30.71:443] <<< error/high: can't bind 10.20.30.71:443
            """)
        .file(
            "etc/haproxy/haproxy.cfg",
            """
            defaults
              mode tcp
            frontend api
              bind 10.20.30.80:443
            frontend web
              bind 10.20.30.71:443
            """)
        .holds();
  }

  @Test
  void isSilentOfFailuresThatAStartFollowed() {
    LintedLab.of("VL203")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot bind socket [10.20.30.70:443]
            Mar 02 10:20:02 haproxy systemd[1]: Started HAProxy Load Balancer.
            Mar 02 11:00:40 haproxy haproxy[990]: [ALERT] 060/110040 (990) : Starting frontend web: cannot bind socket [10.20.30.71:443] <<< error: can't bind 10.20.30.71:443
            """)
        .holds();
  }

  @Test
  void readsLinesThatATerminalWrapped() {
    LintedLab.of("VL203")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy | grep bind
            Mar 02 10:11:12 haproxy.lab.example haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot <<< error: can't bind 10.20.30.70:443
            bind socket [10.20.30.70:443]
            """)
        .holds();
  }

  @Test
  void takesTheReasonFromNewerVersions() {
    List<Finding> findings =
        LintedLab.of("VL203")
            .file(
                "paste.txt",
                """
                root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
                Mar 02 10:11:12 haproxy haproxy[811]: [ALERT]    (811) : Binding [/etc/haproxy/haproxy.cfg:34] for frontend api: protocol tcpv4: cannot bind socket (Address already in use) for [10.20.30.70:443]. <<< error: can't bind 10.20.30.70:443
                """)
            .holds();
    assertThat(findings.get(0).label()).isEqualTo("Address already in use");
    assertThat(findings.get(0).help()).contains("ss -ltnp");
  }

  @Test
  void isSilentAboutAStartThatWorks() {
    LintedLab.of("VL203")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: Started HAProxy Load Balancer.
            Mar 02 10:11:12 haproxy.lab.example haproxy[811]: [NOTICE] 060/101112 (811) : New worker #1 (813) forked
            """)
        .holds();
  }
}
