package io.github.viplint.twin.appliance;

import io.github.viplint.model.RouteTables;
import io.github.viplint.twin.command.BashWords;
import java.util.Optional;

/**
 * The releases of the appliance whose services differ. anyip-routes is the same in all of them;
 * route-tables is not.
 */
public enum ApplianceVersion {
  /** And before: one line, with a gateway, for each table. */
  V0_1_8("v0.1.8"),
  /** Lines without gateway too; a restart leaves their routes and stumbles over them. */
  V0_1_9("v0.1.9"),
  /** As v0.1.9. */
  V0_1_10("v0.1.10"),
  /** Additional workload networks; a restart removes the routes and leaves the rules. */
  V0_2_0("v0.2.0");

  private final String id;

  ApplianceVersion(String id) {
    this.id = id;
  }

  /** As releases are called: {@code v0.2.0}. */
  public String id() {
    return id;
  }

  /** The release whose services {@code version} has: {@code v0.1.7} those of v0.1.8. */
  public static Optional<ApplianceVersion> of(String version) {
    String[] parts = version.startsWith("v") ? version.substring(1).split("\\.") : new String[0];
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      int major = Integer.parseInt(parts[0]);
      int minor = Integer.parseInt(parts[1]);
      int patch = Integer.parseInt(parts[2]);
      if (major > 0 || minor > 1) {
        return Optional.of(V0_2_0);
      }
      return Optional.of(minor < 1 || patch <= 8 ? V0_1_8 : patch == 9 ? V0_1_9 : V0_1_10);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a restart takes the service's rules away and leaves its link routes. */
  public boolean deletesRules() {
    return this != V0_2_0;
  }

  /** Whether a line may lack its gateway. */
  public boolean knowsLinkRoutes() {
    return this != V0_1_8;
  }

  /**
   * Whether the service adds a default route for a line of route-tables.cfg, and no route to its
   * network: for one with exactly five fields, or before v0.1.9 for every one that has a fifth.
   */
  public boolean addsDefault(RouteTables.Entry line) {
    return knowsLinkRoutes()
        ? line.hasGatewayField()
        : BashWords.fields(line.span().text()).size() >= 5;
  }

  @Override
  public String toString() {
    return id;
  }
}
