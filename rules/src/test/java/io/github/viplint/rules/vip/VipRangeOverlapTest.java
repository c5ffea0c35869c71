package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class VipRangeOverlapTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL103");
  }

  @Test
  void findsARangeInAnother() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.0/25
                10.20.30.64/26 <<< warning/high: 10.20.30.64/26 lies in 10.20.30.0/25
                """)
            .holds()
            .get(0);
    assertThat(finding.help()).isEqualTo("leave 10.20.30.0/25, which covers both");
    assertThat(finding.related().get(0).span().text()).isEqualTo("10.20.30.0/25");
    assertThat(finding.fixes().get(0).edits().get(0).span().text()).isEqualTo("10.20.30.64/26\n");
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void takesOutTheSmallerOneWhereverItStands() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.64/26
                10.20.30.0/25 <<< warning: 10.20.30.64/26 lies in 10.20.30.0/25
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).edits().get(0).span().text()).isEqualTo("10.20.30.64/26\n");
  }

  @Test
  void findsARepeat() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.0/25
                10.20.31.0/25
                10.20.30.0/25 <<< warning: 10.20.30.0/25 is listed twice
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void reportsEachPair() {
    lab()
        .file(
            ANYIP,
            """
            10.20.0.0/16
            10.20.30.0/24 <<< warning: lies in 10.20.0.0/16
            10.20.30.8/29 <<< warning: lies in 10.20.0.0/16 <<< warning: lies in 10.20.30.0/24
            10.20.31.8 <<< warning: lies in 10.20.0.0/16
            """)
        .holds();
  }

  @Test
  void judgesRangesWithHostBitsAsTheyWillBe() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.0/25
            10.20.30.70/26 <<< warning/medium: 10.20.30.70/26 lies in 10.20.30.0/25
            """)
        .holds();
  }

  @Test
  void isSilentWhereHostBitsLeaveAChoice() {
    lab()
        .file(ANYIP, "10.20.30.70/24\n10.20.30.128/25\n")
        .file(
            "etc/vmware/route-tables.cfg",
            "3,frontend,00:50:56:00:00:03,10.20.30.5/24,10.20.30.1\n")
        .holds();
  }

  @Test
  void isSilentOnNeighbours() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.0/26
            10.20.30.64/26
            10.20.30.128
            10.20.30.129/32
            fd00::/64
            fd00:0:0:1::/64
            """)
        .holds();
  }

  @Test
  void listsSoManyAndSaysThatThereAreMore() {
    List<Finding> findings =
        LintedLab.of("VL103")
            .file(ANYIP, "10.20.30.0/26\n".repeat(1000))
            .report()
            .findings()
            .stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.rule().code().equals("VL103"))
            .toList();
    assertThat(findings).hasSize(200);
    assertThat(findings.stream().flatMap(finding -> finding.notes().stream()))
        .filteredOn(note -> note.contains("more ranges overlap"))
        .hasSize(1);
  }

  @Test
  void findsItInAPlan() {
    LintedLab.of("VL103")
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Frontend IP | 172.30.9.20/24 |
            | Virtual IP Range | 172.30.9.64 - 172.30.9.99 |
            | Virtual IP Range | 172.30.9.90 - 172.30.9.120 | <<< warning: 172.30.9.90-172.30.9.120 shares addresses with 172.30.9.64-172.30.9.99
            """)
        .holds();
  }

  @Test
  void findsAPlannedRangeInTheManagementNetwork() {
    LintedLab.of("VL103")
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Frontend IP | 172.30.9.20/24 |
            | Load Balancer IP Range | 172.30.5.64/26 | <<< error: lies in the network of management, 172.30.5.0/24
            """)
        .holds();
  }
}
