package io.github.viplint.model;

import io.github.viplint.capture.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One address, range or network of a plan.
 *
 * @param group tells several networks of one kind apart ({@code network-1}); empty for the only one
 * @param range the addresses that are meant; of a network, all of it
 * @param cidr as written, where a length or netmask stood with it; host bits are kept
 * @param port where one stood with it
 */
public record Planned(
    Item item,
    Network network,
    String group,
    AddressRange range,
    Optional<Cidr> cidr,
    OptionalInt port,
    Span span) {

  /** Which network it belongs to. */
  public enum Network {
    MANAGEMENT,
    WORKLOAD,
    FRONTEND,
    /** None of them, or not said. */
    NONE
  }

  /** What it is. */
  public enum Item {
    /** An address of the appliance in a network. */
    APPLIANCE_ADDRESS,
    GATEWAY,
    /** The network itself. */
    NETWORK,
    /** Addresses for the control plane VMs, or for the nodes of a workload network. */
    NODE_RANGE,
    /** A range that the appliance is given: a line of anyip-routes.cfg to be. */
    APPLIANCE_VIPS,
    /** A range that vCenter is given to take VIPs from. */
    SUPERVISOR_VIPS,
    /** A range of VIPs, and nothing says who is given it. */
    VIPS,
    NAME_SERVER,
    TIME_SERVER,
    /** Where the Data Plane API listens. */
    DATAPLANE,
    VCENTER,
    /** Addresses inside a cluster, for its services. */
    SERVICES,
    /** Addresses inside a cluster, for its pods. */
    PODS;

    /** {@code name server}. */
    public String called() {
      return switch (this) {
        case APPLIANCE_ADDRESS -> "address of the appliance";
        case GATEWAY -> "gateway";
        case NETWORK -> "network";
        case NODE_RANGE -> "node range";
        case APPLIANCE_VIPS -> "VIP range of the appliance";
        case SUPERVISOR_VIPS -> "VIP range of the Supervisor";
        case VIPS -> "VIP range";
        case NAME_SERVER -> "name server";
        case TIME_SERVER -> "time server";
        case DATAPLANE -> "Data Plane API";
        case VCENTER -> "vCenter";
        case SERVICES -> "service CIDR";
        case PODS -> "pod CIDR";
      };
    }
  }

  /** What to call it: {@code gateway of management}. */
  public String label() {
    String what =
        item == Item.NODE_RANGE && network == Network.MANAGEMENT
            ? "control plane range"
            : item.called();
    if (network == Network.NONE) {
      return what;
    }
    String of = network.name().toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : " " + group);
    return what + (item == Item.APPLIANCE_ADDRESS ? " in " : " of ") + of;
  }

  public boolean isVips() {
    return item == Item.APPLIANCE_VIPS || item == Item.SUPERVISOR_VIPS || item == Item.VIPS;
  }
}
