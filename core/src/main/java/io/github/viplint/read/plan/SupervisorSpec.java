package io.github.viplint.read.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.read.line.UnreadableLine;
import java.util.Optional;

/**
 * The networks of a Supervisor as vCenter's API (namespace-management/clusters, 7.0U1 and later)
 * asks for them and gives them back. Keys are case-sensitive there and here.
 */
final class SupervisorSpec {
  private final PlanBuilder plan;

  SupervisorSpec(PlanBuilder plan) {
    this.plan = plan;
  }

  /** Takes an object of the answer or request; most say nothing of addresses. */
  void take(Tree object) {
    if (object.path().isEmpty() || object.isAt("value") || object.isAt("spec")) {
      root(object);
    }
    object.all("certificate_authority_chain").forEach(plan::certificates);
    if (object.isAt("master_management_network.address_range")) {
      put(object, "starting_address", Field.START, Network.MANAGEMENT, "");
      put(object, "subnet_mask", Field.MASK, Network.MANAGEMENT, "");
      put(object, "gateway", Field.GATEWAY, Network.MANAGEMENT, "");
      put(object, "address_count", Field.COUNT, Network.MANAGEMENT, "");
    } else if (object.isAt("vsphere_network")) {
      put(object, "gateway", Field.GATEWAY, Network.WORKLOAD, group(object));
      put(object, "subnet_mask", Field.MASK, Network.WORKLOAD, group(object));
    } else if (object.isAt("vsphere_network.address_ranges")) {
      counted(object, Field.RANGE, Network.WORKLOAD, group(object));
    } else if (object.isAt("address_ranges") && object.path().contains("load_balancer")) {
      counted(object, Field.SUPERVISOR_VIPS, Network.NONE, "");
    } else if (object.isAt("servers") && object.path().contains("ha_proxy")) {
      endpoint(object);
    } else if (object.isAt("service_cidr")) {
      joined(object, "address", "prefix", Field.SERVICES);
    } else if (object.isAt("pod_cidrs")) {
      joined(object, "address", "prefix", Field.PODS);
    }
  }

  private void root(Tree object) {
    put(object, "master_DNS", Field.NAME_SERVER, Network.MANAGEMENT, "");
    put(object, "worker_DNS", Field.NAME_SERVER, Network.WORKLOAD, "");
    put(object, "master_NTP_servers", Field.TIME_SERVER, Network.MANAGEMENT, "");
  }

  /** The primary network is the one that OVF and wizard call workload; others go by their path. */
  private static String group(Tree object) {
    String path = object.path();
    return path.contains("supervisor_primary_workload_network") || !path.contains("network_list")
        ? ""
        : path.substring(path.indexOf("network_list"), path.indexOf(".vsphere_network"));
  }

  private void put(Tree object, String name, Field field, Network network, String group) {
    object.all(name).forEach(value -> plan.put(field, network, group, value));
  }

  private void counted(Tree object, Field field, Network network, String group) {
    Optional<PlanText> address = object.value("address");
    Optional<PlanText> count = object.value("count");
    if (address.isPresent() && count.isPresent()) {
      joinedText(address.get(), "/", count.get(), true)
          .ifPresent(text -> plan.put(field, network, group, text));
    }
  }

  private void joined(Tree object, String address, String length, Field field) {
    Optional<PlanText> first = object.value(address);
    Optional<PlanText> second = object.value(length);
    if (first.isPresent() && second.isPresent()) {
      joinedText(first.get(), "/", second.get(), false)
          .ifPresent(text -> plan.put(field, Network.NONE, "", text));
    }
  }

  private void endpoint(Tree object) {
    Optional<PlanText> host = object.value("host");
    if (host.isPresent()) {
      PlanText text =
          object
              .value("port")
              .flatMap(port -> joinedText(host.get(), ":", port, false))
              .orElse(host.get());
      plan.put(Field.DATAPLANE, Network.NONE, "", text);
    }
  }

  /** Two values as people write them in one, standing where the first does. */
  private Optional<PlanText> joinedText(
      PlanText first, String between, PlanText second, boolean counts) {
    if (!counts) {
      return Optional.of(
          new PlanText(first.text() + between + second.text(), first.start(), first.end()));
    }
    try {
      IPAddress address =
          AddressText.address(first.text().strip())
              .orElseThrow(() -> new UnreadableLine("there is no such address"));
      long count = Long.parseLong(second.text().strip());
      IPAddress last = PlanValue.counted(address, count).last();
      return Optional.of(new PlanText(address + " - " + last, first.start(), first.end()));
    } catch (UnreadableLine e) {
      plan.problem(first, e.reason());
    } catch (NumberFormatException e) {
      plan.problem(second, "this is no count of addresses");
    }
    return Optional.empty();
  }
}
