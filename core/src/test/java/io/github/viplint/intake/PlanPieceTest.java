package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A plan in a paste")
class PlanPieceTest {
  private static final String TABLE =
      """
      | Parameter | Value |
      | --- | --- |
      | Management IP Addr | 172.30.5.20/24 |
      | Management Gateway | 172.30.5.254 |
      | Load Balancer IP Range | 172.30.8.32/28 |
      """;

  @Test
  void isATableAmongWords() {
    assertThat(
            Split.of(
                    "Hello,\nthis is how we filled in the form:\n\n"
                        + TABLE
                        + "\nand it has not worked since then.\n")
                .told())
        .containsExactly("plan-table 4-8");
  }

  @Test
  void isATableWithANetworkALine() {
    assertThat(
            Split.of(
                    """
                    We have these:
                    Network\tVLAN\tSubnet\tGateway\tHAProxy IP
                    Management\t5\t172.30.5.0/24\t172.30.5.1\t172.30.5.20
                    Workload\t6\t172.30.6.0/24\t172.30.6.1\t172.30.6.20
                    """)
                .told())
        .containsExactly("plan-table 2-4");
  }

  @Test
  void standsBesideCaptures() {
    assertThat(
            Split.of(TABLE + "root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n172.30.8.32/28\n")
                .told())
        .containsExactly("plan-table 1-5", "anyip-routes on lb01 7-7");
  }

  @Test
  void isAListWithItsHeadings() {
    assertThat(
            Split.of(
                    """
                    Management network (VLAN 26)
                    Management IP: 10.70.2.10
                    Management Gateway: 10.70.2.1
                    Workload network (VLAN 27)
                    Workload Gateway: 10.70.8.1
                    """)
                .told())
        .containsExactly("plan-table 1-5");
  }

  @Test
  void isAnImportSpecThatWasPrinted() {
    assertThat(
            Split.of(
                    """
                    admin@desk:~$ cat haproxy.json
                    {
                      "PropertyMapping": [
                        {"Key": "network.management_ip", "Value": "172.30.5.20/24"}
                      ]
                    }
                    admin@desk:~$ cat other.json
                    {
                      "a": 1
                    }
                    """)
                .told())
        .containsExactly("ovf-properties on desk 2-6");
  }

  @Test
  void isAnEnvironmentThatWasPrinted() {
    assertThat(
            Split.of(
                    """
                    root@lb01 [ ~ ]# vmtoolsd --cmd "info-get guestinfo.ovfEnv"
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Environment xmlns="http://schemas.dmtf.org/ovf/environment/1">
                    </Environment>
                    root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
                    172.30.8.32/28
                    """)
                .told())
        .containsExactly("ovf-properties on lb01 2-4", "anyip-routes on lb01 6-6");
  }

  @Test
  void isEachClusterOfAManifest() {
    assertThat(
            Split.of(
                    """
                    apiVersion: cluster.x-k8s.io/v1beta1
                    kind: Cluster
                    ---
                    apiVersion: run.tanzu.vmware.com/v1alpha2
                    kind: TanzuKubernetesCluster
                    """)
                .told())
        .containsExactly("cluster-manifest 1-3", "cluster-manifest 4-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        after the reboot the management network stopped working and 192.168.10.10 does not answer.
        I tried from the workload side too: 10.0.0.1 is fine, the load balancer VIP 10.0.0.5 is not.
        The DNS server is 192.168.10.10 and the gateway 192.168.10.1, both answer from my desk.
        Management gateway: 192.168.10.1 was replaced last week by the network team of the site.
        """,
        """
        | Pod | Ingress IP Allocation | Port | Protocol |
        | --- | --- | --- | ---|
        | kube-apiserver | 172.16.1.2 | 6443 | L4 TCP |
        | kube-apiserver | 172.16.1.2 | 443 | L4 TCP |
        | docker-registry | 10.96.1.170 | 5000 | L4 TCP |
        """,
        """
        IP4.ADDRESS[1]: 10.0.0.5/24
        IP4.GATEWAY: 10.0.0.1
        IP4.DNS[1]: 10.0.0.2
        """,
        """
        Management Gateway: 10.0.0.1
        Workload Gateway: 10.0.1.1
        """,
        "{\n  \"network_provider\": \"NSX\"\n}\n"
      })
  void isNoneWhereAddressesAreOnlyMentioned(String text) {
    assertThat(Split.of(text).told()).isEmpty();
  }

  @Test
  void takesNoLineOfAHaproxyCfg() {
    assertThat(
            Split.of(
                    """
                    frontend management
                        bind 10.0.0.5:443
                        # Management IP: 10.0.0.5
                        # Workload IP: 10.0.1.5
                        # Workload Gateway: 10.0.1.1
                        default_backend b
                    """)
                .told())
        .containsExactly("haproxy-cfg 1-6 CUT");
  }
}
