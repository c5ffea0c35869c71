package io.github.viplint.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PlanRangeNotServedTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String WIZARD =
      """
      | Management Network | Gateway | 172.30.5.254 |
      | Workload Network | Gateway | 172.30.8.254 |
      | Load Balancer | Virtual IP Range | 172.30.9.64 - 172.30.9.191 |%s
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL801");
  }

  @Test
  void findsWhatNoLineServes() {
    Finding finding =
        lab()
            .file(ANYIP, "172.30.9.64/26\n")
            .file(
                "wizard.md",
                WIZARD.formatted(
                    " <<< error: 172.30.9.128/26 of 172.30.9.64-172.30.9.191, the VIP range of the"
                        + " Supervisor, is in no range of anyip-routes.cfg"))
            .holds()
            .get(0);
    assertThat(finding.fixes())
        .extracting(Fix::title, Fix::proven)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "add 172.30.9.128/26 to /etc/vmware/anyip-routes.cfg", true));
  }

  @Test
  void findsItBetweenTwoPlans() {
    lab()
        .file(
            "ovf.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.9.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 |
            """)
        .file(
            "wizard.md",
            WIZARD.formatted(" <<< error: is in no range of the plan of the appliance"))
        .holds();
  }

  @Test
  void readsTheAnswerOfVcenter() {
    lab()
        .file(ANYIP, "172.30.9.64/26\n")
        .file(
            "supervisor.json",
            """
            {"config_status": "RUNNING", "kubernetes_status": "READY",
             "load_balancers": [{"provider": "HA_PROXY", "address_ranges": [
               {"address": "172.30.9.65", "count": 62},
               {"address": "172.30.9.130", "count": 4} <<< error: 172.30.9.130-172.30.9.133
             ]}]}
            """)
        .holds();
  }

  @Test
  void isSilentWhenSeveralLinesServeItTogether() {
    lab()
        .file(ANYIP, "172.30.9.128/26\n172.30.9.64/26\n")
        .file("wizard.md", WIZARD.formatted(""))
        .holds();
  }

  @Test
  void leavesHostBitsToVl101() {
    lab()
        .file(ANYIP, "172.30.9.65/25\n172.30.9.128/26\n")
        .file("wizard.md", WIZARD.formatted(""))
        .holds();
  }

  @Test
  void isSilentWhereNothingTellsWhatTheApplianceServes() {
    lab().file("wizard.md", WIZARD.formatted("")).holds();
  }
}
