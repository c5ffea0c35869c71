package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartLimitHitTest {
  private static final String RANGES = "etc/vmware/anyip-routes.cfg";
  private static final String HAPROXY_CFG = "global\nfrontend web\n  bind 172.20.8.33:443\n";
  private static final String BIND_FAILED =
      "Mar 02 10:11:10 haproxy haproxy[829]: [ALERT] 060/101110 (829) : Starting frontend web:"
          + " cannot bind socket [172.20.8.33:443]\n";
  private static final String GIVEN_UP =
      "Mar 02 10:11:12 haproxy systemd[1]: %s.service: Start request repeated too quickly.\n";

  /** Its fix: to start it. */
  private static Fix start(LintedLab lab) {
    return lab.report().findings().stream()
        .map(entry -> entry.finding())
        .filter(finding -> finding.rule().code().equals("VL602"))
        .findFirst()
        .orElseThrow()
        .fixes()
        .get(0);
  }

  private static LintedLab lab(String ranges, String journal) {
    return LintedLab.of("VL602")
        .file(
            "ip.txt",
            """
            root@haproxy [ ~ ]# ip addr show
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
                inet 127.0.0.1/8 scope host lo
            2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                inet 172.20.8.5/24 brd 172.20.8.255 scope global frontend
            """)
        .file(RANGES, ranges)
        .file("etc/haproxy/haproxy.cfg", HAPROXY_CFG)
        .file(
            "journal.txt",
            "-- Logs begin at Tue 2021-03-02 10:00:01 UTC. --\n"
                + journal
                + GIVEN_UP.formatted("haproxy"));
  }

  /** The range has been mended since; the twin binds the address, and haproxy is left down. */
  @Test
  void startingItIsProvenWhereItsCauseIsGone() {
    assertThat(start(lab("172.20.8.32/27\n", BIND_FAILED)).proven()).isTrue();
  }

  /** Together with the fix of the range, which is proven before it. */
  @Test
  void startingItIsProvenWithTheFixOfItsCause() {
    assertThat(start(lab("172.20.8.33/27\n", BIND_FAILED)).proven()).isTrue();
  }

  @Test
  void startingItIsNotProvenWhereItsCauseStays() {
    assertThat(start(lab("# none\n172.20.9.0/27\n172.20.8.5\n", BIND_FAILED)).unproven())
        .contains(
            "after its commands haproxy is failed, and systemd refuses to start it again (start"
                + " limit)");
  }

  /** What the twin does not know of may have ended it, and would again. */
  @Test
  void startingItIsNotProvenWhereNothingSaysWhyItFailed() {
    assertThat(start(lab("172.20.8.32/27\n", "")).unproven())
        .contains(
            "with the captured files haproxy starts, but nothing captured says why it failed");
  }

  @Test
  void startingItIsNotProvenWithoutItsFile() {
    assertThat(
            start(
                    LintedLab.of("VL602")
                        .file(RANGES, "172.20.8.32/27\n")
                        .file("journal.txt", BIND_FAILED + GIVEN_UP.formatted("haproxy")))
                .unproven())
        .contains("haproxy.cfg was not captured, so it is not known whether it starts");
    assertThat(
            start(
                    LintedLab.of("VL602")
                        .file(RANGES, "172.20.8.32/27\n")
                        .file("journal.txt", GIVEN_UP.formatted("dataplaneapi")))
                .unproven())
        .contains("what dataplaneapi does when it starts is not re-enacted here");
  }

  @Test
  void namesTheReloadsRefusedSince() {
    List<Finding> findings =
        LintedLab.of("VL602")
            .file(
                "paste.txt",
                """
                root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
                Mar 02 10:11:12 haproxy.lab.example systemd[1]: haproxy.service: Start request repeated too quickly. <<< error: gave up starting haproxy: it stays down
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
