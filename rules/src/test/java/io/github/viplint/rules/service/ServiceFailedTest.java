package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFailedTest {
  @Test
  void saysWhenNothingCapturedTellsWhy() {
    List<Finding> findings =
        LintedLab.of("VL601")
            .file(
                "paste.txt",
                """
                root@haproxy [ / ]# systemctl list-units --state=failed
                  UNIT                 LOAD   ACTIVE SUB    DESCRIPTION
                ● route-tables.service loaded failed failed route-tables.service <<< error: route-tables.service failed, and nothing captured says why
                """)
            .holds();
    assertThat(findings.get(0).help())
        .contains("journalctl -u route-tables", "cat /etc/vmware/route-tables.cfg");
  }

  @Test
  void prefersTheActiveLineToTheRow() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ / ]# systemctl list-units --state=failed
              UNIT                 LOAD   ACTIVE SUB    DESCRIPTION
            ● anyip-routes.service loaded failed failed anyip-routes.service
            root@haproxy [ / ]# systemctl status anyip-routes
            ● anyip-routes.service
               Loaded: loaded (/etc/systemd/system/anyip-routes.service; enabled; vendor preset: enabled)
               Active: failed (Result: exit-code) since Tue 2021-03-02 10:11:10 UTC; 3min 5s ago <<< error: anyip-routes.service failed
              Process: 701 ExecStartPre=/var/lib/vmware/anyiproutectl.sh up (code=exited, status=2)
            """)
        .holds();
  }

  @Test
  void blamesAFailedAnyipRoutesForHaproxyWithMediumConfidence() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ / ]# systemctl list-units --state=failed
              UNIT                 LOAD   ACTIVE SUB    DESCRIPTION
            ● anyip-routes.service loaded failed failed anyip-routes.service <<< error/high: and nothing captured says why
            ● haproxy.service      loaded failed failed HAProxy Load Balancer <<< error/medium: haproxy.service failed
            """)
        .holds();
  }

  @Test
  void readsTheJournalWhereNoStateWasCaptured() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Failed with result 'exit-code'. <<< error: haproxy.service failed
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: Failed to start HAProxy Load Balancer.
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheStateSaysThatItRunsAgain() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# systemctl status haproxy
            ● haproxy.service - HAProxy Load Balancer
               Loaded: loaded (/lib/systemd/system/haproxy.service; enabled; vendor preset: enabled)
               Active: active (running) since Tue 2021-03-02 10:21:10 UTC; 3min 5s ago
            root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
            Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Failed with result 'exit-code'.
            """)
        .holds();
  }

  @Test
  void isSilentAboutOtherServices() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ / ]# systemctl list-units --state=failed
              UNIT           LOAD   ACTIVE SUB    DESCRIPTION
            ● cups.service   loaded failed failed CUPS Scheduler
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheLogSaysThatItWasStartedSince() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -u anyip-routes -u haproxy --no-pager
            Mar 02 10:11:12 haproxy systemd[1]: anyip-routes.service: Failed with result 'exit-code'.
            Mar 02 10:11:13 haproxy systemd[1]: haproxy.service: Failed with result 'exit-code'. <<< error: haproxy.service failed
            Mar 02 10:20:02 haproxy systemd[1]: Started anyip-routes.service.
            """)
        .holds();
  }

  /** What stands above is later there. */
  @Test
  void aJournalInReverseIsReadByItsTimes() {
    LintedLab.of("VL601")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# journalctl -r -u anyip-routes -u haproxy --no-pager
            Mar 02 10:20:02 haproxy systemd[1]: Started anyip-routes.service.
            Mar 02 10:11:13 haproxy systemd[1]: haproxy.service: Failed with result 'exit-code'. <<< error: haproxy.service failed
            Mar 02 10:11:12 haproxy systemd[1]: anyip-routes.service: Failed with result 'exit-code'.
            Mar 02 10:02:02 haproxy systemd[1]: Started HAProxy Load Balancer.
            """)
        .holds();
  }
}
