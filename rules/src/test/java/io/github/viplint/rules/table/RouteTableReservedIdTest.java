package io.github.viplint.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class RouteTableReservedIdTest {
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String PAIR =
      """
      2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1
      2,workload,00:50:56:00:00:02,172.20.1.10/16
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL304");
  }

  @Test
  void findsTheKernelsOwnTables() {
    lab()
        .file(
            TABLES,
            """
            254,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1 <<< error: table ID 254 is main: at its next stop
            255,frontend,00:50:56:00:00:03,172.21.1.10/16,172.21.0.1 <<< error: is local
            0,other,00:50:56:00:00:04,172.22.1.10/16,172.22.0.1 <<< error: is main and local
            253,last,00:50:56:00:00:05,172.23.1.10/16,172.23.0.1 <<< warning: is default
            """)
        .holds();
  }

  @Test
  void findsThemInEverySpelling() {
    lab()
        .file(
            TABLES,
            """
            4294967296,a,00:50:56:00:00:02,172.20.1.10/16 <<< error: table ID 4294967296 is main and local
            4294967550,b,00:50:56:00:00:03,172.21.1.10/16 <<< error: is main
            0xfe,c,00:50:56:00:00:04,172.22.1.10/16 <<< error: is main
            0376,d,00:50:56:00:00:05,172.23.1.10/16 <<< error: is main
            work,e,00:50:56:00:00:06,172.24.1.10/16 <<< error: is no number, is written as 0
            """)
        .holds();
  }

  @Test
  void offersAFreeIdForAllLinesOfTheTable() {
    Finding finding =
        lab()
            .file(
                TABLES,
                """
                2,frontend,00:50:56:00:00:03,172.21.1.10/16,172.21.0.1
                254,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1 <<< error: is main
                254,workload,00:50:56:00:00:02,172.20.1.10/16
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.title()).isEqualTo("write ID 3");
    assertThat(fix.edits()).hasSize(2);
    assertThat(fix.proven()).isTrue();
  }

  @Test
  void isSilentForOrdinaryIdsAndTemplates() {
    lab().file(TABLES, PAIR + "02,a,00:50:56:00:00:03,172.21.1.10/16\n").holds();
    lab()
        .file(
            TABLES,
            "1,a,00:50:56:00:00:03,172.21.1.10/16\n300,b,00:50:56:00:00:04,172.22.1.10/16\n")
        .holds();
    lab().file(TABLES, "{{ id }},workload,{{ mac }},{{ cidr }}\n").holds();
  }
}
