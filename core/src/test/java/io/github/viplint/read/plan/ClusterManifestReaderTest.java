package io.github.viplint.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import org.junit.jupiter.api.Test;

class ClusterManifestReaderTest {
  private static ReadPlan read(String text) {
    return ReadPlan.of(CaptureKind.CLUSTER_MANIFEST, text);
  }

  @Test
  void readsAClusterAndATanzuKubernetesCluster() {
    assertThat(
            read("""
                    apiVersion: cluster.x-k8s.io/v1beta1
                    kind: Cluster
                    spec:
                      clusterNetwork:
                        services: {cidrBlocks: ["10.97.0.0/16"]}
                        pods:
                          cidrBlocks:
                            - 10.98.0.0/16
                    ---
                    apiVersion: run.tanzu.vmware.com/v1alpha2
                    kind: TanzuKubernetesCluster
                    spec:
                      settings:
                        network:
                          pods:
                            cidrBlocks: [192.0.2.0/24]
                    """)
                .told())
        .containsExactly(
            "5: service CIDR 10.97.0.0/16",
            "8: pod CIDR 10.98.0.0/16",
            "16: pod CIDR 192.0.2.0/24");
  }

  @Test
  void saysWhatIsNoYaml() {
    ReadPlan plan = read("kind: Cluster\nspec: [\n  a: }\n");
    assertThat(plan.told()).isEmpty();
    assertThat(plan.problems()).hasSize(1);
  }

  @Test
  void followsNoAlias() {
    ReadPlan plan =
        read(
            """
            a: &a ["10.0.0.0/8", "10.0.0.0/8"]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
            spec: {clusterNetwork: {pods: {cidrBlocks: [*b, *b, *b, *b, *b]}}}
            """);
    assertThat(plan.told()).isEmpty();
  }
}
