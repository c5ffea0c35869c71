package io.github.viplint.read.plan;

/** What a label of a plan stands for, before values are put together. */
enum Field {
  APPLIANCE_ADDRESS,
  GATEWAY,
  NETWORK,
  /** {@code 255.255.255.0}, of the gateway or first address beside it. */
  MASK,
  /** The first address of a range; the last one or the count may stand beside it. */
  START,
  END,
  COUNT,
  /** Ranges, each written whole. */
  RANGE,
  APPLIANCE_VIPS,
  SUPERVISOR_VIPS,
  VIPS,
  NAME_SERVER,
  TIME_SERVER,
  DATAPLANE,
  DATAPLANE_PORT,
  VCENTER,
  SERVICES,
  PODS;

  /** Whether the value may as well be a name, of which nothing is to be said. */
  boolean mayBeName() {
    return switch (this) {
      case NETWORK, NAME_SERVER, TIME_SERVER, DATAPLANE, VCENTER -> true;
      default -> false;
    };
  }

  /** Whether {@code A/n} with host bits is a first address and a count, as the wizard shows it. */
  boolean counts() {
    return switch (this) {
      case START, RANGE, SUPERVISOR_VIPS -> true;
      default -> false;
    };
  }
}
