package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableIdConflictTest {
  private static List<Finding> lint(String text) {
    return LintedLab.of("VL303").file("etc/vmware/route-tables.cfg", text).holds();
  }

  @Test
  void takesTwoLinesToATable() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        2,workload,00:50:56:00:00:02,172.20.1.10/16
        3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        """);
  }

  @Test
  void findsOneIdWithTwoNamesOnce() {
    Finding finding =
        lint("""
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
                2,workload,00:50:56:00:00:02,172.20.1.10/16
                2,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1 <<< error: table ID 2 is workload and frontend at once
                2,frontend,00:50:56:00:00:03,10.20.30.10/24
                """)
            .get(0);
    assertThat(finding.span().text()).isEqualTo("2");
    assertThat(finding.related().get(0).span().place().startLine()).isEqualTo(1);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
  }

  @Test
  void doesNotBlameAFailureOnRoutesThatGetAlong() {
    Finding finding =
        lint("""
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
                2,frontend,00:50:56:00:00:03,10.20.30.10/24 <<< error: table ID 2 is workload and frontend at once
                """)
            .get(0);
    assertThat(finding.shows()).isEmpty();
  }

  @Test
  void findsOneNameWithTwoIds() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        3,workload,00:50:56:00:00:02,172.20.1.10/16 <<< error: table workload has the IDs 2 and 3
        """);
  }

  @Test
  void onlyLooksAtLinesThatTheServiceActsOn() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        #2,frontend,00:50:56:00:00:03,10.20.30.10/24
        2,frontend
        """);
  }
}
