package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code lab} of a {@code .viplint.yaml}: what each network is to be, and what belongs to
 * none. That its keys are known was seen to when the configuration was read.
 */
public final class LabPlanReader implements Reader {
  private static final Map<String, Network> NETWORKS =
      Map.of(
          "lab.management", Network.MANAGEMENT,
          "lab.workload", Network.WORKLOAD,
          "lab.frontend", Network.FRONTEND,
          "lab", Network.NONE);

  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("network", Field.NETWORK),
          Map.entry("gateway", Field.GATEWAY),
          Map.entry("appliance", Field.APPLIANCE_ADDRESS),
          Map.entry("range", Field.RANGE),
          Map.entry("dns", Field.NAME_SERVER),
          Map.entry("ntp", Field.TIME_SERVER),
          Map.entry("appliance-vips", Field.APPLIANCE_VIPS),
          Map.entry("supervisor-vips", Field.SUPERVISOR_VIPS),
          Map.entry("dataplane", Field.DATAPLANE),
          Map.entry("vcenter", Field.VCENTER),
          Map.entry("services", Field.SERVICES),
          Map.entry("pods", Field.PODS));

  private final YamlSource yaml;

  public LabPlanReader(YamlSource yaml) {
    this.yaml = yaml;
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.LAB_PLAN);
  }

  @Override
  public Reading read(Capture capture) {
    PlanBuilder plan = new PlanBuilder(capture);
    Documents.yaml(capture, plan, yaml)
        .walk(
            object ->
                Optional.ofNullable(NETWORKS.get(object.path()))
                    .ifPresent(network -> put(object, network, plan)));
    return plan.reading();
  }

  private static void put(Tree object, Network network, PlanBuilder plan) {
    object
        .values()
        .forEach(
            (key, values) -> {
              Field field = FIELDS.get(key);
              if (field != null) {
                values.forEach(value -> plan.put(field, network, "", value));
              }
            });
  }
}
