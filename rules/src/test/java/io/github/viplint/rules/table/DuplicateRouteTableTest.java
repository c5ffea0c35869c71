package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateRouteTableTest {
  private static List<Finding> lint(String text) {
    return LintedLab.of("VL302").file("etc/vmware/route-tables.cfg", text).holds();
  }

  @Test
  void takesThePairWithAndWithoutGateway() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        2,workload,00:50:56:00:00:02,172.20.1.10/16
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
        """);
  }

  @Test
  void findsASecondDefaultRoute() {
    Finding finding =
        lint("""
                2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
                2,workload,00:50:56:00:00:02,172.20.1.10/16
                2,workload,00:50:56:00:00:04,10.20.40.10/24,10.20.40.1 <<< error: table workload gets a second default route
                """)
            .get(0);
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.related().get(0).span().place().startLine()).isEqualTo(1);
    assertThat(finding.fixes().get(0).safety()).isEqualTo(Fix.Safety.MANUAL);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.ROUTE_TABLE_REJECTED);
  }

  @Test
  void findsTheSameNetworkTwiceWhateverTheHostBits() {
    lint(
        """
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        3,frontend,00:50:56:00:00:03,10.20.30.11/24 <<< error: a second route to 10.20.30.0/24
        3,frontend,00:50:56:00:00:03,10.20.30.10/25
        """);
  }

  @Test
  void deletesARepeatedLine() {
    Finding finding =
        lint("""
                3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
                3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1 <<< error: File exists
                3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
                """)
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(finding.span().capture().edited(fix.edits()).text())
        .isEqualTo("3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1\n");
  }

  @Test
  void knowsThatTwoCommasBehindTheGatewayMakeItALineWithoutGateway() {
    lint(
        """
        3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1,,
        3,frontend,00:50:56:00:00:03,10.20.30.10/24 <<< error: a second route to 10.20.30.0/24
        """);
  }

  @Test
  void knowsThatOneCommaBehindTheGatewayDoesNot() {
    lint(
        """
        3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1,
        3,frontend,00:50:56:00:00:03,10.20.30.10/24
        """);
  }

  @Test
  void leavesOtherTablesAndLinesThatAreNotReadAlone() {
    lint(
        """
        2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        3,frontend,00:50:56:00:00:03,172.20.1.10/16,172.20.0.1
        #2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
        2,workload,00:50:56:00:00:02
        """);
  }
}
