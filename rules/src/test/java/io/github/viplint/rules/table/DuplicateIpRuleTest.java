package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void advisesARebootWhereTooManyCopiesStand() {
    StringBuilder rules = new StringBuilder("0:	from all lookup local\n");
    for (int priority = 32700; priority < 32766; priority++) {
      rules.append(priority).append(":	from 172.20.1.10/16 lookup rtctl_workload");
      rules.append(priority == 32701 ? " <<< warning: stands 66 times\n" : "\n");
    }
    Finding finding = lint(rules + "32766:	from all lookup main\n").get(0);
    assertThat(finding.fixes().get(0).commands()).containsExactly("reboot");
    assertThat(finding.related()).hasSizeLessThan(10);
  }
}
