package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartLimitHitTest {
  @Test
  void namesTheReloadsRefusedSince() {
    List<Finding> findings =
        LintedLab.of("VL602")
            .file(
                "paste.txt",
                """
                root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
                Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Start request repeated too quickly. <<< error: gave up starting haproxy
                Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Failed with result 'exit-code'.
                Mar 02 10:11:42 haproxy.lab.example systemd[1]: haproxy.service: Unit cannot be reloaded because it is inactive.
                Mar 02 10:12:12 haproxy.lab.example systemd[1]: haproxy.service: Unit cannot be reloaded because it is inactive.
                """)
            .holds();
    assertThat(findings.get(0).evidence())
        .singleElement()
        .satisfies(
            evidence ->
                assertThat(evidence.message())
                    .isEqualTo("reloads refused since: 2, Mar 02 10:11:42 to Mar 02 10:12:12"));
  }

  /** haproxy died before the journal begins; what is left of it is what refuses every reload. */
  @Test
  void sawReloadsRefusedAndNothingElse() {
    LintedLab.of("VL602")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:42 haproxy.lab.example systemd[1]: haproxy.service: Unit cannot be reloaded because it is inactive.
            Mar 02 10:12:12 haproxy.lab.example systemd[1]: haproxy.service: Unit cannot be reloaded because it is inactive. <<< error: haproxy does not run
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheLogSaysThatItWasStartedSince() {
    LintedLab.of("VL602")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Start request repeated too quickly.
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Failed with result 'exit-code'.
            Mar 02 10:11:42 haproxy.lab.example systemd[1]: haproxy.service: Unit cannot be reloaded because it is inactive.
            Mar 02 10:20:02 haproxy.lab.example systemd[1]: Started HAProxy Load Balancer.
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheServiceRunsAgain() {
    LintedLab.of("VL602")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# systemctl status haproxy
            ● haproxy.service - HAProxy Load Balancer
               Loaded: loaded (/lib/systemd/system/haproxy.service; enabled; vendor preset: enabled)
               Active: active (running) since Tue 2021-03-02 10:21:10 UTC; 3min 5s ago

            Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Start request repeated too quickly.
            """)
        .holds();
  }
}
