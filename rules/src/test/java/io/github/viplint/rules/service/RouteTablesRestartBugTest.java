package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTablesRestartBugTest {
  private static final String LOG =
      """
      -- Logs begin at Fri 2020-11-20 15:29:01 UTC. --
      Nov 20 15:30:07 haproxy routetablectl.sh[700]: %s
      Nov 20 15:40:07 haproxy routetablectl.sh[700]: RTNETLINK answers: File exists%s
      """;
  private static final String OLD = "create default route for rtctl_workload";
  private static final String LINE = "2,workload,00:50:56:00:00:02,172.20.1.10/16";

  private static LintedLab lab() {
    return LintedLab.of("VL604");
  }

  @Test
  void findsTheFaultOfReleasesBefore020() {
    assertThat(
            lab()
                .file("journal.txt", LOG.formatted(OLD, " <<< error: stumbles over its own routes"))
                .file("etc/vmware/route-tables.cfg", LINE + ",172.20.0.1\n" + LINE + "\n")
                .holds()
                .get(0)
                .shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
  }

  @Test
  void aRebootIsProvenWhereTheFileStartsInAnEmptyKernel() {
    String log = LOG.formatted(OLD, "");
    assertThat(reboot(lab().file("journal.txt", log)).unproven())
        .contains("route-tables.cfg was not captured, so it is not known whether it starts");
    assertThat(
            reboot(
                    lab()
                        .file("journal.txt", log)
                        .file("etc/vmware/route-tables.cfg", LINE + ",172.20.0.1\n" + LINE + "\n"))
                .proven())
        .isTrue();
  }

  private static Fix reboot(LintedLab lab) {
    return lab.report().findings().stream()
        .map(entry -> entry.finding())
        .filter(finding -> finding.rule().code().equals("VL604"))
        .findFirst()
        .orElseThrow()
        .fixes()
        .get(0);
  }

  @Test
  void isSilentWhenTheFileAloneExplainsIt() {
    lab()
        .file("journal.txt", LOG.formatted(OLD, ""))
        .file("etc/vmware/route-tables.cfg", LINE + "\n" + LINE + "\n")
        .holds();
  }

  @Test
  void isSilentForOtherReleases() {
    lab()
        .file(
            "journal.txt",
            LOG.formatted(
                "ip route add table rtctl_workload default via 172.20.0.1 dev workload", ""))
        .holds();
  }
}
