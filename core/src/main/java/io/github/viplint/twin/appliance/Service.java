package io.github.viplint.twin.appliance;

import java.util.Arrays;
import java.util.Optional;

/** The appliance's services that decide about VIPs, in the order in which they start. */
public enum Service {
  ROUTE_TABLES("route-tables"),
  ANYIP_ROUTES("anyip-routes"),
  HAPROXY("haproxy");

  /** How a service is, as far as the next command cares. */
  public enum Run {
    RUNNING,
    /**
     * Active, but its watch on the file failed inside: the next change of the file ends it. Or, of
     * haproxy: active with an earlier file, since a reload failed.
     */
    DEAF,
    STOPPED,
    FAILED,
    /** It failed so often that systemd refuses to start it until {@code reset-failed}. */
    START_LIMIT
  }

  private final String id;

  Service(String id) {
    this.id = id;
  }

  /** The unit without {@code .service}. */
  public String id() {
    return id;
  }

  /** The service of this unit, with or without its suffix. */
  public static Optional<Service> of(String unit) {
    return Arrays.stream(values())
        .filter(one -> unit.equals(one.id) || unit.equals(one.id + ".service"))
        .findFirst();
  }
}
