package io.github.viplint.space;

import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressRange;
import java.util.Locale;

/**
 * An address or range, what it is for, and who says so.
 *
 * @param host the name of the host whose capture says so; {@link io.github.viplint.model.Lab#PLAN}
 *     for a plan
 * @param label what to call it: {@code gateway of frontend}
 */
public record Claim(AddressRange range, Use use, Said said, String host, Span span, String label) {

  /** What addresses are used for. */
  public enum Use {
    /** A line of anyip-routes.cfg, masked down; or an AnyIP route of table local. */
    VIP_RANGE,
    /** An address that a frontend binds. */
    VIP,
    /** A subnet that an interface is connected to. */
    NETWORK,
    /** An address of an interface. */
    INTERFACE_ADDRESS,
    GATEWAY,
    NAME_SERVER,
    TIME_SERVER,
    /** An address of a {@code server} line. */
    BACKEND_SERVER,
    /** Addresses for control plane VMs. */
    CONTROL_PLANE_RANGE,
    /** Addresses for the nodes of a workload network. */
    NODE_RANGE,
    /** Where the Data Plane API listens. */
    DATAPLANE,
    VCENTER,
    /** Addresses of services inside a cluster. */
    SERVICE_RANGE,
    /** Addresses of pods inside a cluster. */
    POD_RANGE;

    /** The use as reports spell it: {@code vip-range}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where the claim comes from. */
  public enum Said {
    PLANNED,
    CONFIGURED,
    /** The kernel had it when it was captured. */
    ACTIVE,
    /** Seen in a log or a client's output. */
    OBSERVED
  }
}
