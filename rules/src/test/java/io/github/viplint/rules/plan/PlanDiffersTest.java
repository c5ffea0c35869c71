package io.github.viplint.rules.plan;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PlanDiffersTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL805");
  }

  @Test
  void findsVipsOutsideOfThePlan() {
    lab()
        .file(
            CFG,
            """
            frontend a
                bind 172.30.9.130:443
            frontend own
                bind 172.30.5.20:8404
            """)
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 | <<< warning: 172.30.9.130 is in use as a VIP and outside of the planned 172.30.9.64/26
            """)
        .holds();
  }

  @Test
  void findsAnotherAddressOfTheAppliance() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@lb1 [ ~ ]# ip addr
            2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                inet 172.30.5.21/24 brd 172.30.5.255 scope global management
            """)
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 | <<< warning: 172.30.5.20 is planned for the appliance's interface management, and it has 172.30.5.21/24 on lb1
            | Data Plane API Addr | 172.30.5.22:5556 | <<< warning: vCenter is to ask the Data Plane API at 172.30.5.22
            | Workload Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void findsOtherRangesInTheFile() {
    lab()
        .file(ANYIP, "172.30.9.128/26\n")
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 | <<< warning: is planned for the appliance, and its anyip-routes.cfg has it not <<< warning: 172.30.9.128/26 of anyip-routes.cfg is in no planned range
            """)
        .holds();
  }

  @Test
  void findsTwoPlansThatDiffer() {
    lab()
        .file(
            "a.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 |
            """)
        .file(
            "b.md",
            """
            | Management IP | 172.30.5.30/24 | <<< warning: the address of the appliance in management is 172.30.5.30 here, and 172.30.5.20 in
            | Workload IP | 172.30.8.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 |
            """)
        .holds();
  }

  @Test
  void isSilentWhereAllAgree() {
    lab()
        .file(ANYIP, "172.30.9.64/26\n")
        .file(CFG, "frontend a\n    bind 172.30.9.65:443\n")
        .file(
            "ovf.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Load Balancer IP Range | 172.30.9.64/26 |
            """)
        .file(
            "wizard.md",
            """
            | Data Plane API Addr | 172.30.5.20:5556 |
            | Virtual IP Range | 172.30.9.64 - 172.30.9.95 |
            | Management Gateway | 172.30.5.1 |
            """)
        .holds();
  }

  @Test
  void letsTheTwoSidesHaveNetworksOfTheirOwn() {
    lab()
        .file(
            "ovf.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Management Gateway | 172.30.5.1 |
            | Workload IP | 172.30.8.20/24 |
            """)
        .file(
            "wizard.md",
            """
            | Management Network | Gateway | 172.30.6.1 |
            | Management Network | Subnet Mask | 255.255.255.0 |
            | Management Network | Starting IP Address | 172.30.6.40 |
            | Workload Network | Gateway | 172.30.7.1 |
            """)
        .holds();
  }
}
