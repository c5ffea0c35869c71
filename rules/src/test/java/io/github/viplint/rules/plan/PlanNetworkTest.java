package io.github.viplint.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PlanNetworkTest {
  private static LintedLab lab() {
    return LintedLab.of("VL804");
  }

  @Test
  void findsASubnetThatIsNone() {
    assertThat(
            lab()
                .file(
                    "plan.md",
                    """
                    Management IP: 10.70.2.10
                    Management network: 10.70.2.5/23 <<< error: 10.70.2.5/23, the network of management, is no subnet
                    Workload Gateway: 10.70.8.1
                    """)
                .holds()
                .get(0)
                .fixes())
        .extracting(Fix::title, Fix::proven)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("write 10.70.2.0/23", true));
  }

  @Test
  void findsWhatLiesOutsideItsNetwork() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Management Gateway | 172.30.50.1 | <<< error: 172.30.50.1, the gateway of management, lies outside of 172.30.5.0/24
            | Workload IP | 172.30.8.20/25 |
            | Workload IP Range | 172.30.8.100 - 172.30.8.199 | <<< error: the node range of workload, lies outside of 172.30.8.0/25
            """)
        .holds();
  }

  @Test
  void findsAddressesThatNoMachineCanHave() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.0/24 | <<< error: is the network address of 172.30.5.0/24
            | Workload IP | 172.30.8.20/25 |
            | Workload Gateway | 172.30.8.127 | <<< error: is the broadcast address of 172.30.8.0/25
            """)
        .holds();
  }

  @Test
  void findsNetworksThatOverlap() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.5.21/24 | <<< error: the network of management and the network of workload are both 172.30.5.0/24
            | Frontend IP | 172.30.9.21/24 |
            """)
        .holds();
  }

  @Test
  void isSilentOnTwoNetworkCards() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Workload Gateway | 172.30.8.1 |
            | Frontend Network | 172.30.8.0/24 |
            """)
        .holds();
  }

  @Test
  void takesARangeOfTheWholeNetworkForIt() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload Gateway | 172.30.8.1 |
            | Workload IP Range | 172.30.8.0/24 |
            """)
        .holds();
  }
}
