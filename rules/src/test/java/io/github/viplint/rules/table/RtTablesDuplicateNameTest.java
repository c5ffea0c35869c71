package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtTablesDuplicateNameTest {
  private static List<Finding> lint(String text) {
    return LintedLab.of("VL309").file("etc/iproute2/rt_tables", text).holds();
  }

  @Test
  void takesAPlainFile() {
    lint(
        """
        #
        # reserved values
        #
        255	local
        254	main
        253	default
        0	unspec
        #1	inr.ruhep
        2	rtctl_workload
        """);
  }

  @Test
  void mentionsDoubledTablesOnceForTheHost() {
    Finding finding =
        lint("""
                255	local
                2	rtctl_workload
                2	rtctl_workload <<< info: rt_tables lists rtctl_workload and rtctl_frontend more than once
                3	rtctl_frontend
                3	rtctl_frontend
                """)
            .get(0);
    assertThat(finding.subjects()).containsExactly("rtctl_workload", "rtctl_frontend");
    assertThat(finding.fixes()).isEmpty();
  }

  @Test
  void findsAnIdWithTwoNames() {
    lint(
        """
        2	rtctl_workload
        2	rtctl_frontend <<< error: rt_tables calls table 2 both rtctl_workload and rtctl_frontend
        2	rtctl_frontend
        """);
  }

  @Test
  void findsANameWithTwoIds() {
    lint(
        """
        2	rtctl_workload
        3	rtctl_workload <<< error: rt_tables gives rtctl_workload the IDs 2 and 3
        """);
  }
}
