package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipRangeContainsHostTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL107");
  }

  @Test
  void warnsOfTheAppliancesOwnAddressInsideALargerRange() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.30.0/26 <<< warning: 10.20.30.10, the address of frontend of the appliance itself, lies in the VIP range
                """)
            .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.254\n")
            .holds()
            .get(0);
    assertThat(finding.fixes())
        .extracting(fix -> fix.title() + (fix.proven() ? "" : ", not proven"))
        .containsExactly(
            "keep 10.20.30.32/27 of it",
            "keep all of it but 10.20.30.10, in 6 lines",
            "write 10.20.30.64/26, which is as large and free, once no VIP of it is in use",
            "write a range of its own in place of 10.20.30.0/26, not proven");
  }

  @Test
  void findsAddressesOfOtherHosts() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            # VIPs
            172.20.0.0/24 <<< error: 172.20.0.2, the address of eth1 of supervisor
            root@supervisor [ ~ ]# ip addr show
            2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:00:01:01 brd ff:ff:ff:ff:ff:ff
                inet 192.0.2.45/24 brd 192.0.2.255 scope global eth0
            3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:00:01:02 brd ff:ff:ff:ff:ff:ff
                inet 172.20.0.2/16 brd 172.20.255.255 scope global eth1
            """)
        .holds();
  }

  @Test
  void leavesARangeThatIsAnOwnAddressToTheKernel() {
    lab()
        .file(ANYIP, "10.20.30.10\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.254\n")
        .holds();
  }

  @Test
  void isSilentForARangeInsideTheSubnet() {
    lab()
        .file(ANYIP, "10.20.30.64/26\n")
        .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.254\n")
        .holds();
  }

  @Test
  void findsTheNodesOfAPlan() {
    LintedLab.of("VL107")
        .file(
            "etc/vmware/anyip-routes.cfg",
            "172.30.8.64/26 <<< error: 172.30.8.100-172.30.8.199, the node range of workload, has"
                + " addresses in the VIP range 172.30.8.64/26\n")
        .file(
            "wizard.md",
            """
            | Management Network | Gateway | 172.30.5.1 |
            | Workload Network | Gateway | 172.30.8.1 |
            | Workload Network | IP Address Range | 172.30.8.100 - 172.30.8.199 |
            """)
        .holds();
  }

  @Test
  void takesAPlannedAddressOfTheApplianceForItsOwn() {
    LintedLab.of("VL107")
        .file(
            "etc/vmware/anyip-routes.cfg",
            "172.30.8.0/26 <<< warning: 172.30.8.20, the address of the appliance in workload\n")
        .file(
            "ovf.md",
            """
            | Management IP | 172.30.5.20/24 |
            | Workload IP | 172.30.8.20/24 |
            | Workload Gateway | 172.30.8.254 |
            """)
        .holds();
  }
}
