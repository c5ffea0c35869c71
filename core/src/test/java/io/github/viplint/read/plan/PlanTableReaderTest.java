package io.github.viplint.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlanTableReaderTest {
  private static ReadPlan read(String text) {
    return ReadPlan.of(CaptureKind.PLAN_TABLE, text);
  }

  @Test
  void readsAMarkdownTableOfOvfLabels() {
    ReadPlan plan =
        read(
            """
            | Parameter | Value |
            | --- | --- |
            | Hostname | haproxy.harbour.example |
            | DNS Server | 172.30.5.10 |
            | Management IP Addr | 172.30.5.20/24 |
            | Management Gateway | 172.30.5.254 |
            | Workload Network | VLAN-812 |
            | Load Balancer IP Range | 172.30.8.33/28 |
            """);
    assertThat(plan.told())
        .containsExactly(
            "4: name server 172.30.5.10",
            "5: address of the appliance in management 172.30.5.20/24",
            "5: network of management 172.30.5.0/24",
            "6: gateway of management 172.30.5.254",
            "8: VIP range of the appliance 172.30.8.33/28");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void readsNetworksSideBySide() {
    ReadPlan plan =
        read(
            """
            |             | Management      | Workload        | Frontend        |
            |-------------|-----------------|-----------------|-----------------|
            | Subnet      | 172.30.5.0/24   | 172.30.6.0/24   | 172.30.7.0/24   |
            | Port group  | VLAN-5          | VLAN-6          | VLAN-7          |
            | Gateway     | 172.30.5.1      |                 | 172.30.7.1      |
            | HAProxy IP  | 172.30.5.20     | 172.30.6.20     | `172.30.7.20`   |
            | VIP range   |                 |                 | 172.30.7.64/27  |
            """);
    assertThat(plan.told())
        .containsExactly(
            "3: network of management 172.30.5.0/24",
            "3: network of workload 172.30.6.0/24",
            "3: network of frontend 172.30.7.0/24",
            "5: gateway of management 172.30.5.1",
            "5: gateway of frontend 172.30.7.1",
            "6: address of the appliance in management 172.30.5.20",
            "6: address of the appliance in workload 172.30.6.20",
            "6: address of the appliance in frontend 172.30.7.20",
            "7: VIP range of the Supervisor 172.30.7.64/27");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void readsNetworksBelowEachOther() {
    assertThat(
            read("""
                    Network\tVLAN\tSubnet\tGateway\tHAProxy IP\tDNS
                    Management\t5\t172.30.5.0/24\t172.30.5.1\t172.30.5.20\t172.30.5.10
                    Workload\t6\t172.30.6.0/24\t172.30.6.1\t172.30.6.20\t
                    """)
                .told())
        .containsExactly(
            "2: network of management 172.30.5.0/24",
            "2: gateway of management 172.30.5.1",
            "2: address of the appliance in management 172.30.5.20",
            "2: name server of management 172.30.5.10",
            "3: network of workload 172.30.6.0/24",
            "3: gateway of workload 172.30.6.1",
            "3: address of the appliance in workload 172.30.6.20");
  }

  @Test
  void readsTheWizardsTableWithItsGroups() {
    assertThat(
            read("""
                    | Load Balancer | Data Plane API Addr || 172.30.5.20:5556 |
                    | Load Balancer | Virtual IP Range || 172.30.8.33 - 172.30.8.46 |
                    | Mangement Network | Starting IP Address || 172.30.5.40 |
                    | Mangement Network | Subnet Mask || 255.255.255.0 |
                    | Mangement Network | Gateway || 172.30.5.254 |
                    | Mangement Network | DNS Search Domains || harbour.example |
                    | Workload Network | IP Address for Services || 10.96.0.0/23 |
                    | Workload Network | DNS Server || 172.30.5.11 |
                    | Workload Network | Workload Network # 1 | Gateway | 172.30.8.254 |
                    | Workload Network | Workload Network # 2 | Gateway | 172.30.9.254 |
                    """)
                .told())
        .containsExactly(
            "1: Data Plane API 172.30.5.20:5556",
            "2: VIP range of the Supervisor 172.30.8.33-172.30.8.46",
            "3: control plane range of management 172.30.5.40-172.30.5.44",
            "4: network of management 172.30.5.0/24",
            "5: gateway of management 172.30.5.254",
            "7: service CIDR 10.96.0.0/23",
            "8: name server of workload 172.30.5.11",
            "9: gateway of workload 172.30.8.254",
            "10: gateway of workload 2 172.30.9.254");
  }

  @Test
  void takesWhatStandsUnderAHeadingForTheNetworkThatItNames() {
    assertThat(
            read("""
                    Management network (VLAN 26)
                    Management IP: 10.70.2.10
                    Workload network (VLAN 27)
                    Management IP: 10.70.8.10
                    Subnet: 255.255.248.0 (2046 IPs available)
                    Workload starting address: 10.70.8.50\u201310.70.15.150
                    """)
                .told())
        .containsExactly(
            "2: address of the appliance in management 10.70.2.10",
            "4: address of the appliance in workload 10.70.8.10",
            "5: network of workload 10.70.8.0/21",
            "6: node range of workload 10.70.8.50-10.70.15.150");
  }

  @Test
  void readsAllTheWaysToWriteAPair() {
    assertThat(
            read("""
                    Management IP (10.70.2.10/23)
                    * Workload IP - 10.70.8.10
                    Workload Gateway\t10.70.8.1
                    frontend_gateway: "10.70.0.1"
                    - Frontend network - VLAN portgroup: Network = 10.70.0.0/23, GW = 10.70.0.1, HAProxy Interface IP = 10.70.0.10. Routed
                    * Supervisor VM Range 10.70.2.192 /28 (usable 10.70.2.193-206)
                    """)
                .told())
        .containsExactly(
            "1: address of the appliance in management 10.70.2.10/23",
            "1: network of management 10.70.2.0/23",
            "2: address of the appliance in workload 10.70.8.10",
            "3: gateway of workload 10.70.8.1",
            "4: gateway of frontend 10.70.0.1",
            "5: network of frontend 10.70.0.0/23",
            "5: gateway of frontend 10.70.0.1",
            "5: address of the appliance in frontend 10.70.0.10",
            "6: control plane range of management 10.70.2.192/28");
  }

  @Test
  void readsAllTheWaysToWriteRanges() {
    assertThat(
            read("""
                    Virtual IP Range: 10.70.0.10 - 10.70.0.20
                    Virtual IP Range: 10.70.0.10\u201310.70.0.20
                    Virtual IP Range: 10.70.0.10-20
                    Virtual IP Range: 10.70.0.19/11
                    Virtual IP Range: 10.70.0.32/28
                    Virtual IP Range: 10.70.0.10-10.70.0.20, 10.70.1.1 to 10.70.1.9
                    """)
                .told())
        .containsExactly(
            "1: VIP range of the Supervisor 10.70.0.10-10.70.0.20",
            "2: VIP range of the Supervisor 10.70.0.10-10.70.0.20",
            "3: VIP range of the Supervisor 10.70.0.10-10.70.0.20",
            "4: VIP range of the Supervisor 10.70.0.19-10.70.0.29",
            "5: VIP range of the Supervisor 10.70.0.32/28",
            "6: VIP range of the Supervisor 10.70.0.10-10.70.0.20",
            "6: VIP range of the Supervisor 10.70.1.1-10.70.1.9");
  }

  @Test
  void saysWhatItCantRead() {
    ReadPlan plan =
        read(
            """
            | Management IP | 10.70.2.300/23 |
            | Management Gateway | yes |
            | Workload IP | {{ workload_ip }} |
            | Workload Gateway | |
            | Workload IP Range | 10.70.8.90 - 10.70.8.50 |
            | Frontend Subnet Mask | 255.0.255.0 |
            | Load Balancer IP Range | 10.70.0.0/33 |
            """);
    assertThat(plan.told()).isEmpty();
    assertThat(plan.problems())
        .containsExactly(
            "1: there is no such address",
            "2: no address stands here",
            "3: a placeholder stands here, so this part of the plan is open",
            "5: the range ends before it begins",
            "6: this is no netmask",
            "7: no prefix is longer than /32");
    assertThat(plan.reading().coverage().problems()).isEqualTo(6);
  }

  @Test
  void takesARangeThatIsTheNetworkForTheNetwork() {
    assertThat(
            read("""
                    Workload Gateway: 10.70.8.1
                    Workload IP Range: 10.70.8.0/21
                    """)
                .told())
        .containsExactly("1: gateway of workload 10.70.8.1", "2: network of workload 10.70.8.0/21");
  }

  @Example
  void takesACarriageReturnForPartOfItsLine() {
    neverThrowsAndAccountsForEveryLine("\r\ub0cc", "");
  }

  @Property(tries = 500)
  void neverThrowsAndAccountsForEveryLine(
      @ForAll @StringLength(max = 200) String head, @ForAll("rows") String row) {
    String text = head + "\n" + row + "\n";
    // a CR alone ends no line
    long lines = text.chars().filter(c -> c == '\n').count();
    assertThat(read(text).reading().coverage().total()).isEqualTo((int) lines);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> rows() {
    return net.jqwik.api.Arbitraries.strings()
        .withChars("| ManagemtWorkldIPGwy0123456789./-:=()\t,#*")
        .ofMaxLength(200);
  }
}
