package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableLastLineUnreadTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL315");
  }

  @Test
  void findsALastLineWithoutNewline() {
    Finding finding =
        lab()
            .file(
                TABLES,
                PAIR
                    + "3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1 <<< error: never adds its default route")
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::proven).containsExactly(true);
  }

  @Test
  void isSilentForCommentsAndPastes() {
    lab().file(TABLES, PAIR).holds();
    lab().file(TABLES, PAIR + "# the end").holds();
    lab().file(TABLES, PAIR + "\n").holds();
    lab()
        .file(
            "paste-1.txt", "root@haproxy [ ~ ]# cat /etc/vmware/route-tables.cfg\n" + PAIR.strip())
        .holds();
  }
}
