package io.github.viplint.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class PlanRangeCollidesTest {
  private static LintedLab lab() {
    return LintedLab.of("VL802");
  }

  @Test
  void findsVipsThatAreTheNodes() {
    Finding finding =
        lab()
            .file(
                "wizard.md",
                """
                | Management Network | Gateway | 172.30.5.254 |
                | Load Balancer | Virtual IP Range | 172.30.8.33 - 172.30.8.46 | <<< error: 172.30.8.33-172.30.8.46, the node range of workload, is the same as 172.30.8.33-172.30.8.46, the VIP range of the Supervisor
                | Workload Network | IP Address Range | 172.30.8.33 - 172.30.8.46 |
                """)
            .holds()
            .get(0);
    assertThat(finding.related().get(0).span().place().startLine()).isEqualTo(3);
  }

  @Test
  void findsEachRangeOfVipsThatTheNodesHave() {
    lab()
        .file(
            "wizard.md",
            """
            | Management Network | Gateway | 172.30.5.254 |
            | Load Balancer | Virtual IP Range | 172.30.8.33 - 172.30.8.46 | <<< error: 172.30.8.20-172.30.8.99, the node range of workload, holds 172.30.8.33-172.30.8.46
            | Load Balancer | Virtual IP Range | 172.30.8.90 - 172.30.8.120 | <<< error: 172.30.8.20-172.30.8.99, the node range of workload, overlaps 172.30.8.90-172.30.8.120
            | Workload Network | IP Address Range | 172.30.8.20 - 172.30.8.99 |
            """)
        .holds();
  }

  @Test
  void namesAnAddressOnceWhateverItIsFor() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Frontend IP | 172.30.9.20/24 |
            | Frontend Gateway | 172.30.9.70 |
            | DNS Server | 172.30.9.70 |
            | Load Balancer IP Range | 172.30.9.64/26 | <<< error: 172.30.9.70, the gateway of frontend and the name server, lies in 172.30.9.64/26
            """)
        .holds();
  }

  @Test
  void findsNodesThatWouldGetAddressesInUse() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Workload IP Range | 172.30.8.10 - 172.30.8.99 | <<< error: 172.30.8.20, the address of the appliance in workload, lies in 172.30.8.10-172.30.8.99, the node range of workload
            | Workload Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void findsAServiceCidrOverNetworksOnce() {
    lab()
        .file(
            "plan.md",
            """
            | Management IP | 10.96.1.20/24 |
            | Management Gateway | 10.96.1.1 |
            | Workload DNS Server | 10.96.0.53 |
            | Service CIDR | 10.96.0.0/16 | <<< error: 10.96.1.0/24, the network of management, lies in 10.96.0.0/16, the service CIDR and 1 more collide with it as well
            """)
        .holds();
  }

  @Test
  void leavesToTheFileWhatItHasToo() {
    String plan =
        """
        | Management IP | 172.30.5.20/24 |
        | Frontend Gateway | 172.30.9.65 |
        | Frontend IP | 172.30.9.20/24 |
        | Load Balancer IP Range | 172.30.9.64/26 |
        """;
    lab().file("etc/vmware/anyip-routes.cfg", "172.30.9.64/26\n").file("plan.md", plan).holds();
    LintedLab.of("VL105")
        .file(
            "etc/vmware/anyip-routes.cfg",
            "172.30.9.64/26 <<< error: 172.30.9.65, the gateway of frontend, lies\n")
        .file("plan.md", plan)
        .holds();
  }

  @Test
  void isSilentOnAHealthyPlan() {
    lab()
        .file(
            "plan.md",
            """
            | DNS Server | 172.30.5.1 |
            | Management IP | 172.30.5.20/24 |
            | Management Gateway | 172.30.5.1 |
            | Management Network | Starting IP Address | 172.30.5.40 |
            | Workload IP | 172.30.8.20/24 |
            | Workload Gateway | 172.30.8.1 |
            | Workload IP Range | 172.30.8.100 - 172.30.8.199 |
            | Load Balancer IP Range | 172.30.8.64/28 |
            | Virtual IP Range | 172.30.8.64 - 172.30.8.79 |
            | Data Plane API Addr | 172.30.5.20:5556 |
            | IP Address for Services | 10.96.0.0/23 |
            """)
        .holds();
  }

  @Test
  void isSilentOnTheAddressesThatControlPlaneVmsWereGiven() {
    lab()
        .file(
            "plan.md",
            """
            | Management Network | Starting IP Address | 172.30.5.40 |
            | Workload IP Range | 172.30.8.100 - 172.30.8.199 |
            | Workload Gateway | 172.30.8.1 |
            """)
        .file(
            "paste-1.txt",
            """
            root@cp1 [ ~ ]# ip addr
            2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                inet 172.30.5.40/24 brd 172.30.5.255 scope global eth0
            3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                inet 172.30.8.101/24 brd 172.30.8.255 scope global eth1
            """)
        .holds();
  }
}
