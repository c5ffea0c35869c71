package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateIpRuleTest {
  private static List<Finding> lint(String text) {
    return LintedLab.of("VL310")
        .file("paste-1.txt", "root@haproxy [ ~ ]# ip rule show\n" + text)
        .holds();
  }

  @Test
  void takesOneRuleForEachNetwork() {
    lint(
        """
        0:	from all lookup local
        32763:	from 10.20.30.10/24 lookup rtctl_frontend
        32764:	from 172.20.1.10/16 lookup rtctl_workload
        32765:	from all to 172.21.0.0/16 lookup rtctl_workload
        32766:	from all lookup main
        32767:	from all lookup default
        """);
  }

  @Test
  void mentionsTwoCopiesAndWarnsOfMore() {
    List<Finding> findings =
        lint(
            """
            0:	from all lookup local
            32761:	from 10.20.30.10/24 lookup rtctl_frontend
            32762:	from 10.20.30.10/24 lookup rtctl_frontend <<< warning: rule `from 10.20.30.10/24 lookup rtctl_frontend` stands 3 times
            32763:	from 10.20.30.10/24 lookup rtctl_frontend
            32764:	from 172.20.1.10/16 lookup rtctl_workload
            32765:	from 172.20.1.10/16 lookup rtctl_workload <<< info: rule `from 172.20.1.10/16 lookup rtctl_workload` stands 2 times
            32766:	from all lookup main
            32767:	from all lookup default
            """);
    assertThat(findings.get(0).fixes().get(0).commands())
        .containsExactly("ip rule del pref 32762", "ip rule del pref 32763");
    assertThat(findings.get(0).related()).hasSize(2);
  }

  @Test
  void knowsThatTheKernelMasksHostBits() {
    lint(
        """
        0:	from all lookup local
        32764:	from 172.20.1.10/16 lookup rtctl_workload
        32765:	from 172.20.1.11/16 lookup rtctl_workload <<< info: stands 2 times
        32766:	from all lookup main
        """);
  }

  @Test
  void leavesAnotherTableOrAnotherSelectorAlone() {
    lint(
        """
        0:	from all lookup local
        32762:	from 10.20.30.10/24 lookup rtctl_frontend
        32763:	from 10.20.30.10/24 lookup rtctl_workload
        32764:	from 10.20.30.10/25 lookup rtctl_frontend
        32765:	from 10.20.30.10/24 iif frontend lookup rtctl_frontend
        32766:	from all lookup main
        32767:	from all lookup default
        """);
  }

  @Test
  void leavesTheKernelsOwnRulesAlone() {
    lint(
        """
        0:	from all lookup local
        32000:	from all lookup main
        32765:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        """);
  }

  @Test
  void namesTheWholeRuleWhereItsPriorityIsShared() {
    Finding finding =
        lint("""
                0:	from all lookup local
                0:	from all to 172.20.0.0/20 lookup 200
                0:	from all to 172.20.0.0/20 lookup 200 <<< info: stands 2 times
                32766:	from all lookup main
                """)
            .get(0);
    assertThat(finding.fixes().get(0).commands())
        .containsExactly("ip rule del pref 0 from all to 172.20.0.0/20 lookup 200");
  }

  /** The twin's rules after a boot are linted again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip route add table     | rtctl_workload | proven",
        "ip route add table     | 2              | proven",
        "create default route for | rtctl_workload | with it this is left: rule `from 172.20.1.10/16 lookup"
            + " rtctl_workload` stands 2 times",
        "ip route add table     | 77             | what adds this rule at a boot was not captured",
      })
  void aRebootIsProvenWhereOneCopyComesBack(String logged, String table, String said) {
    Fix fix =
        LintedLab.of("VL310")
            .file(
                "paste-1.txt",
                """
                root@haproxy [ ~ ]# cat /etc/vmware/route-tables.cfg
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
                2,workload,00:50:56:00:00:02,172.20.1.10/16
                root@haproxy [ ~ ]# journalctl -u route-tables --no-pager
                Nov 20 15:30:07 haproxy routetablectl.sh[700]: %s rtctl_workload
                root@haproxy [ ~ ]# ip rule show
                """
                        .formatted(logged)
                    + tooMany(table).replaceAll(" <<<.*", ""))
            .report()
            .findings()
            .stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.rule().code().equals("VL310"))
            .findFirst()
            .orElseThrow()
            .fixes()
            .get(0);

    assertThat(fix.proven() ? "proven" : fix.unproven().orElse("")).startsWith(said);
  }

  @Test
  void advisesARebootWhereTooManyCopiesStand() {
    Finding finding = lint(tooMany("rtctl_workload")).get(0);
    assertThat(finding.fixes().get(0).commands()).containsExactly("reboot");
    assertThat(finding.fixes().get(0).unproven())
        .contains("route-tables.cfg was not captured, so the rules after a boot are not known");
    assertThat(finding.related()).hasSizeLessThan(10);
  }

  private static String tooMany(String table) {
    StringBuilder rules = new StringBuilder("0:	from all lookup local\n");
    for (int priority = 32700; priority < 32766; priority++) {
      rules.append(priority).append(":	from 172.20.1.10/16 lookup ").append(table);
      rules.append(priority == 32701 ? " <<< warning: stands 66 times\n" : "\n");
    }
    return rules + "32766:	from all lookup main\n";
  }
}
