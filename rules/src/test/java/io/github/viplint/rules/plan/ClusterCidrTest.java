package io.github.viplint.rules.plan;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ClusterCidrTest {
  private static final String PLAN =
      """
      | Management IP | 192.168.5.20/24 |
      | Management Gateway | 192.168.5.1 |
      | Workload IP | 172.30.8.20/24 |
      """;
  private static final String CLUSTER =
      """
      apiVersion: cluster.x-k8s.io/v1beta1
      kind: Cluster
      spec:
        clusterNetwork:
          services:
            cidrBlocks: ["%s"]%s
          pods:
            cidrBlocks: ["%s"]%s
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL806");
  }

  @Test
  void findsPodsOverTheNetworksOfTheLab() {
    lab()
        .file("plan.md", PLAN)
        .file(
            "cluster.yaml",
            CLUSTER.formatted(
                "10.97.0.0/16",
                "",
                "192.168.0.0/16",
                " <<< error: 192.168.5.0/24, the network of management, lies in 192.168.0.0/16, the"
                    + " pod CIDR of the cluster"))
        .holds();
  }

  @Test
  void findsServicesOverTheRangesOfTheAppliance() {
    lab()
        .file("etc/vmware/anyip-routes.cfg", "172.30.9.64/26\n")
        .file(
            "cluster.yaml",
            CLUSTER.formatted(
                "172.30.0.0/16", " <<< error: 172.30.9.64/26, the VIP range", "10.98.0.0/16", ""))
        .holds();
  }

  @Test
  void findsPodsAndServicesThatOverlap() {
    lab()
        .file(
            "cluster.yaml",
            CLUSTER.formatted(
                "10.97.0.0/16",
                " <<< error: the service CIDR 10.97.0.0/16 and the pod CIDR 10.97.128.0/17 of one"
                    + " cluster overlap",
                "10.97.128.0/17",
                ""))
        .holds();
  }

  @Test
  void mentionsPublicAddressSpace() {
    lab()
        .file(
            "cluster.yaml",
            CLUSTER.formatted(
                "20.30.0.0/16", " <<< info: is public address space", "10.98.0.0/16", ""))
        .holds();
  }

  @Test
  void isSilentOnACidrOfItsOwnAndOnTheSupervisorsServices() {
    lab()
        .file("plan.md", PLAN + "| IP Address for Services | 10.96.0.0/23 |\n")
        .file("cluster.yaml", CLUSTER.formatted("10.96.0.0/12", "", "10.128.0.0/16", ""))
        .holds();
  }
}
