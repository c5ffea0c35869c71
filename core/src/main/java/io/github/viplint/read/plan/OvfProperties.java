package io.github.viplint.read.plan;

import io.github.viplint.model.Planned.Network;
import java.util.Map;

/**
 * The appliance's OVF properties by their keys, as its OVF template declares them. All others are
 * known and say nothing of addresses.
 */
final class OvfProperties {
  private record Label(Field field, Network network) {}

  private static final Map<String, Label> LABELS =
      Map.of(
          "network.nameservers", new Label(Field.NAME_SERVER, Network.NONE),
          "network.management_ip", new Label(Field.APPLIANCE_ADDRESS, Network.MANAGEMENT),
          "network.management_gateway", new Label(Field.GATEWAY, Network.MANAGEMENT),
          "network.workload_ip", new Label(Field.APPLIANCE_ADDRESS, Network.WORKLOAD),
          "network.workload_gateway", new Label(Field.GATEWAY, Network.WORKLOAD),
          "network.frontend_ip", new Label(Field.APPLIANCE_ADDRESS, Network.FRONTEND),
          "network.frontend_gateway", new Label(Field.GATEWAY, Network.FRONTEND),
          "loadbalance.service_ip_range", new Label(Field.APPLIANCE_VIPS, Network.NONE),
          "loadbalance.dataplane_port", new Label(Field.DATAPLANE_PORT, Network.NONE));

  private final PlanBuilder plan;

  OvfProperties(PlanBuilder plan) {
    this.plan = plan;
  }

  void put(String key, PlanText value) {
    Label label = LABELS.get(key);
    if (key.equals("appliance.ca_cert") || key.equals("guestinfo.dataplaneapi.cacert")) {
      plan.certificates(value);
    } else if (label != null) {
      plan.put(label.field(), label.network(), "", value);
    }
  }
}
