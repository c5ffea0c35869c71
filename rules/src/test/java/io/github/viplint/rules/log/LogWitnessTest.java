package io.github.viplint.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Evidence.Says;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

/** What files let expect is held against logs, table local and the states of the services. */
class LogWitnessTest {
  private static final String LOCAL =
      """
      root@haproxy [ ~ ]# ip route show table local
      local 10.20.30.64/26 dev lo scope host
      local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
      """;

  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String HOST_BITS = "10.20.30.65/26 <<< error/%s: is no subnet\n";
  private static final String LOG =
      """
      -- Logs begin at Fri 2020-11-20 15:29:01 UTC. --
      Nov 20 15:30:07 haproxy anyiproutectl.sh[777]: %s
      Nov 20 15:30:07 haproxy anyiproutectl.sh[777]: %s
      """;

  private static Evidence only(Finding finding) {
    assertThat(finding.evidence()).hasSize(1);
    return finding.evidence().get(0);
  }

  private static Finding finding(LintedLab lab) {
    return lab.holds().get(0);
  }

  @Test
  void aLogConfirmsARefusedRange() {
    Evidence evidence =
        only(
            finding(
                LintedLab.of("VL101")
                    .file(ANYIP, HOST_BITS.formatted("high"))
                    .file(
                        "journal.txt",
                        LOG.formatted(
                            "adding route for 10.20.30.65/26",
                            "RTNETLINK answers: Invalid argument"))));
    assertThat(evidence.says()).isEqualTo(Says.CONFIRMS);
    assertThat(evidence.message()).isEqualTo("its log, which goes on: Invalid argument");
    assertThat(evidence.span().text()).contains("RTNETLINK");
  }

  @Test
  void aLogConfirmsALineThatIsNoPrefix() {
    Evidence evidence =
        only(
            finding(
                LintedLab.of("VL102")
                    .file(ANYIP, "10.20.30.64/26 # VIPs <<< error/high: is no prefix\n")
                    .file(
                        "journal.txt",
                        LOG.formatted(
                            "adding route for 10.20.30.64/26 # VIPs",
                            "Error: any valid prefix is expected rather than \"10.20.30.64/26 # VIPs\"."))));
    assertThat(evidence.says()).isEqualTo(Says.CONFIRMS);
  }

  @Test
  void anActiveRangeContradictsThatItIsRefused() {
    Evidence evidence =
        only(
            finding(
                LintedLab.of("VL101")
                    .file(ANYIP, HOST_BITS.formatted("medium"))
                    .file(
                        "paste-1.txt",
                        """
                        root@haproxy [ ~ ]# ip route show table local
                        local 10.20.30.64/26 dev lo scope host
                        local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
                        """)));
    assertThat(evidence.says()).isEqualTo(Says.CONTRADICTS);
    assertThat(evidence.message())
        .isEqualTo(
            "10.20.30.64/26 is active: the file has changed since, or the service was not"
                + " restarted");
  }

  @Test
  void tableLocalWithoutTheRangeConfirmsIt() {
    Evidence evidence =
        only(
            finding(
                LintedLab.of("VL101")
                    .file(ANYIP, HOST_BITS.formatted("high"))
                    .file(
                        "paste-1.txt",
                        """
                        root@haproxy [ ~ ]# ip route show table local
                        local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
                        """)));
    assertThat(evidence.says()).isEqualTo(Says.CONFIRMS);
    assertThat(evidence.message()).isEqualTo("table local, which lacks 10.20.30.64/26");
  }

  @Test
  void aRunningServiceContradictsThatItFails() {
    Finding finding =
        finding(
            LintedLab.of("VL101")
                .file(ANYIP, HOST_BITS.formatted("medium"))
                .file(
                    "status.txt",
                    """
                    root@haproxy [ ~ ]# systemctl status anyip-routes
                    ● anyip-routes.service
                       Loaded: loaded (/usr/lib/systemd/system/anyip-routes.service; enabled)
                       Active: active (running) since Fri 2020-11-20 15:30:07 UTC; 3min 5s ago
                    """));
    assertThat(only(finding).says()).isEqualTo(Says.CONTRADICTS);
    assertThat(only(finding).message()).startsWith("anyip-routes.service is active");
    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
  }

  /** Of a service that fails in ExecStartPre systemd does not say that it was started. */
  @Test
  void aStartInTheLogContradictsThatItFails() {
    Finding finding =
        finding(
            LintedLab.of("VL101")
                .file(ANYIP, HOST_BITS.formatted("medium"))
                .file(
                    "journal.txt",
                    LOG.formatted("adding route for 10.20.30.64/26", "Setting up watches.")
                        + "Nov 20 15:30:07 haproxy systemd[1]: Started anyip-routes.service.\n"));

    assertThat(only(finding).says()).isEqualTo(Says.CONTRADICTS);
    assertThat(only(finding).message())
        .isEqualTo(
            "its log says that it was started: the file has changed since, or the service was not"
                + " restarted");
  }

  /** What the service printed behind it is later, though systemd said nothing more. */
  @Test
  void aStartBeforeTheRefusalSaysNothing() {
    Finding finding =
        finding(
            LintedLab.of("VL101")
                .file(ANYIP, HOST_BITS.formatted("high"))
                .file(
                    "journal.txt",
                    """
                    -- Logs begin at Fri 2020-11-20 15:29:01 UTC. --
                    Nov 20 15:29:07 haproxy systemd[1]: Started anyip-routes.service.
                    Nov 20 15:30:07 haproxy anyiproutectl.sh[777]: adding route for 10.20.30.65/26
                    Nov 20 15:30:07 haproxy anyiproutectl.sh[777]: RTNETLINK answers: Invalid argument
                    """));

    assertThat(only(finding).says()).isEqualTo(Says.CONFIRMS);
  }

  @Test
  void aSocketOfHaproxyContradictsThatItCantBind() {
    Finding finding =
        finding(
            LintedLab.of("VL201")
                .file(ANYIP, "10.20.30.64/26\n")
                .file(
                    "etc/haproxy/haproxy.cfg",
                    """
                    frontend web
                      bind 10.20.30.17:443 <<< error/medium: 10.20.30.17 is not local
                    """)
                .file("ip.txt", LOCAL)
                .file(
                    "sockets.txt",
                    """
                    root@haproxy [ ~ ]# ss -ltnp
                    State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                    LISTEN 0      4096   10.20.30.17:443         0.0.0.0:*    users:(("haproxy",pid=829,fd=6))
                    """));

    assertThat(finding.evidence())
        .filteredOn(evidence -> evidence.says() == Says.CONTRADICTS)
        .extracting(Evidence::message)
        .containsExactly(
            "haproxy listens on 10.20.30.17:443: this bind works",
            "haproxy listens, so it runs: the file has changed since, or the service was not"
                + " restarted");
  }

  /** Without the rights to see it, ss leaves the program out. */
  @Test
  void aSocketOfNobodyKnownSaysNothing() {
    Finding finding =
        finding(
            LintedLab.of("VL201")
                .file(ANYIP, "10.20.30.64/26\n")
                .file(
                    "etc/haproxy/haproxy.cfg",
                    """
                    frontend web
                      bind 10.20.30.17:443 <<< error/high: 10.20.30.17 is not local
                    """)
                .file("ip.txt", LOCAL)
                .file(
                    "sockets.txt",
                    """
                    root@haproxy [ ~ ]# ss -ltnp
                    State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                    LISTEN 0      4096   10.20.30.17:443         0.0.0.0:*
                    """));

    assertThat(finding.evidence()).noneMatch(evidence -> evidence.says() == Says.CONTRADICTS);
  }

  @Test
  void whatWasLoggedLastCounts() {
    Finding finding =
        finding(
            LintedLab.of("VL104")
                .file(
                    ANYIP,
                    "10.20.30.64/26\n10.20.30.64/255.255.255.192 <<< error/medium: is refused\n")
                .file(
                    "journal.txt",
                    LOG.formatted("starting up", "route already exists for 10.20.30.64/26")));
    assertThat(only(finding).message()).startsWith("its log says that 10.20.30.64/26 was taken");
  }

  @Test
  void bindFailuresAndRunningHaproxiesSpeakForThemselves() {
    String haproxy =
        """
        frontend web
          mode tcp
          bind 10.20.30.200:443 <<< error/%s: is not local
        """;
    Finding confirmed =
        finding(
            LintedLab.of("VL201")
                .file(ANYIP, "10.20.30.64/26\n")
                .file("etc/haproxy/haproxy.cfg", haproxy.formatted("medium"))
                .file(
                    "journal.txt",
                    "Nov 20 15:30:07 haproxy haproxy[829]: [ALERT] 324/153007 (829) : Starting frontend"
                        + " web: cannot bind socket [10.20.30.200:443]\n"));
    assertThat(only(confirmed).message()).isEqualTo("haproxy's log, which says so");
    Finding contradicted =
        finding(
            LintedLab.of("VL201")
                .file(ANYIP, "10.20.30.64/26\n")
                .file("etc/haproxy/haproxy.cfg", haproxy.formatted("low"))
                .file(
                    "status.txt",
                    """
                    root@haproxy [ ~ ]# systemctl status haproxy
                    ● haproxy.service - HAProxy Load Balancer
                       Loaded: loaded (/usr/lib/systemd/system/haproxy.service; enabled)
                       Active: active (running) since Fri 2020-11-20 15:30:07 UTC; 3min 5s ago
                    """));
    assertThat(only(contradicted).says()).isEqualTo(Says.CONTRADICTS);
  }

  @Test
  void aLogConfirmsARejectedRouteTable() {
    String line = "2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1";
    Finding finding =
        finding(
            LintedLab.of("VL302")
                .file(
                    "etc/vmware/route-tables.cfg",
                    line + "\n" + line + " <<< error/high: gets a second default route\n")
                .file(
                    "journal.txt",
                    "Nov 20 15:30:07 haproxy routetablectl.sh[700]: RTNETLINK answers: File exists\n"));
    assertThat(only(finding).message()).isEqualTo("its log: File exists");
  }
}
