package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RulesNeverDeletedTest {
  private static final String LOG =
      """
      -- Logs begin at Fri 2020-11-20 15:29:01 UTC. --
      Nov 20 15:30:07 haproxy routetablectl.sh[700]: Object "%s" is unknown, try "ip help".%s
      Nov 20 15:40:07 haproxy routetablectl.sh[701]: Object "%s" is unknown, try "ip help".
      """;

  @Test
  void notesTheTypoOnceAndItLeadsToRepeatedRules() {
    LintedLab lab =
        LintedLab.of("VL605")
            .file(
                "journal.txt",
                LOG.formatted("call", " <<< info: adds its rules at each start", "call"))
            .file(
                "paste-1.txt",
                """
                root@haproxy [ ~ ]# ip rule show
                0:	from all lookup local
                32763:	from 172.20.1.10/16 lookup rtctl_workload
                32764:	from 172.20.1.10/16 lookup rtctl_workload
                32765:	from 172.20.1.10/16 lookup rtctl_workload
                32766:	from all lookup main
                32767:	from all lookup default
                """);
    assertThat(lab.holds().get(0).occurrences().orElseThrow().count()).isEqualTo(2);
    Report report = lab.report();
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL310"))
        .hasSize(1)
        .allMatch(entry -> entry.causedBy().size() == 1);
  }

  @Test
  void isSilentForOtherObjects() {
    LintedLab.of("VL605").file("journal.txt", LOG.formatted("rout", "", "rout")).holds();
  }
}
