package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Reader;
import java.util.Set;

/**
 * Reads the pod and service CIDRs of a Cluster ({@code spec.clusterNetwork}) or a
 * TanzuKubernetesCluster ({@code spec.settings.network}). A capture may hold several documents.
 */
public final class ClusterManifestReader implements Reader {
  private final YamlSource yaml;

  public ClusterManifestReader(YamlSource yaml) {
    this.yaml = yaml;
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.CLUSTER_MANIFEST);
  }

  @Override
  public Reading read(Capture capture) {
    PlanBuilder plan = new PlanBuilder(capture);
    int[] documents = {0};
    Documents.yaml(capture, plan, yaml)
        .walk(
            object -> {
              String group = documents[0] == 0 ? "" : "document " + (documents[0] + 1);
              if (object.path().isEmpty()) {
                documents[0]++;
              } else if (isNetwork(object, "services")) {
                put(plan, object, Field.SERVICES, group);
              } else if (isNetwork(object, "pods")) {
                put(plan, object, Field.PODS, group);
              }
            });
    return plan.reading();
  }

  private static boolean isNetwork(Tree object, String name) {
    return object.isAt("spec.clusterNetwork." + name)
        || object.isAt("spec.settings.network." + name);
  }

  private static void put(PlanBuilder plan, Tree object, Field field, String group) {
    object.all("cidrBlocks").forEach(value -> plan.put(field, Network.NONE, group, value));
  }
}
