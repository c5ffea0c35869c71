package io.github.viplint.config;

import io.github.viplint.config.Node.Field;
import io.github.viplint.config.Node.Items;
import io.github.viplint.config.Node.Mapping;
import java.util.Set;

/**
 * The {@code lab} of a configuration: the addresses as intended. Only its shape is held here; the
 * addresses are read as those of any other plan.
 */
final class LabPart {
  private static final Set<String> NETWORKS = Set.of("management", "workload", "frontend");
  private static final String VALUE =
      "an address or range as text, such as \"10.0.0.10 - 10.0.0.20\"";

  private LabPart() {}

  /** Refuses what is no plan of a lab. */
  static void check(Node part) throws ConfigurationException {
    Mapping lab = part.mapping("a mapping such as `lab: {management: {gateway: 10.0.0.1}}`");
    lab.only(
        "management",
        "workload",
        "frontend",
        "appliance-vips",
        "supervisor-vips",
        "dataplane",
        "vcenter",
        "dns",
        "services",
        "pods");
    for (Field field : lab.fields().values()) {
      if (NETWORKS.contains(field.key().text())) {
        Mapping network = field.value().mapping("a mapping such as `{gateway: 10.0.0.1}`");
        network.only("network", "gateway", "appliance", "range", "dns", "ntp");
        for (Field own : network.fields().values()) {
          values(own.value());
        }
      } else {
        values(field.value());
      }
    }
  }

  private static void values(Node node) throws ConfigurationException {
    if (node instanceof Items list) {
      for (Node item : list.items()) {
        item.text(VALUE);
      }
    } else {
      node.text(VALUE + ", or a list of them");
    }
  }
}
