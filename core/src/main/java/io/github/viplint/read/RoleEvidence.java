package io.github.viplint.read;

import io.github.viplint.capture.Role;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Pings;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What role the content of a capture tells. The appliance names its interfaces {@code management},
 * {@code workload} and {@code frontend} and its route tables {@code rtctl_…}; control plane VMs
 * have {@code eth0} and {@code eth1}.
 */
final class RoleEvidence {
  private static final Set<String> APPLIANCE_DEVICES = Set.of("management", "workload", "frontend");
  private static final Set<String> SUPERVISOR_DEVICES = Set.of("eth0", "eth1");
  private static final Set<String> APPLIANCE_UNITS =
      Set.of("anyip-routes", "route-tables", "haproxy", "dataplaneapi", "net-postconfig");

  /** How systemd's messages name them: with the suffix, or by the description. */
  private static final Set<String> APPLIANCE_UNIT_NAMES =
      Set.of(
          "anyip-routes.service",
          "route-tables.service",
          "haproxy.service",
          "dataplaneapi.service",
          "HAProxy Load Balancer");

  private static final Set<String> APPLIANCE_PROGRAMS =
      Set.of("anyiproutectl.sh", "routetablectl.sh", "haproxy", "dataplaneapi");
  private static final String TABLE_PREFIX = "rtctl_";

  private RoleEvidence() {}

  static Optional<Role> of(Reading reading) {
    return reading
        .capture()
        .kind()
        .role()
        .or(() -> reading.facts().stream().flatMap(facts -> of(facts).stream()).findFirst());
  }

  private static Optional<Role> of(Facts facts) {
    if (facts instanceof Units units) {
      return appliance(
          units.units().stream().map(UnitState::name).anyMatch(APPLIANCE_UNITS::contains));
    }
    if (facts instanceof Log log) {
      return appliance(log.entries().stream().anyMatch(RoleEvidence::isOfApplianceService));
    }
    if (facts instanceof RtTables tables) {
      return appliance(
          tables.entries().stream().anyMatch(entry -> entry.name().startsWith(TABLE_PREFIX)));
    }
    if (facts instanceof IpRules rules) {
      return rules.rules().stream().anyMatch(RoleEvidence::looksUpApplianceTable)
          ? Optional.of(Role.APPLIANCE)
          : ofDevices(
              rules.rules().stream()
                  .flatMap(rule -> Stream.concat(rule.iif().stream(), rule.oif().stream())));
    }
    return ofDevices(devices(facts));
  }

  private static boolean isOfApplianceService(LogEntry entry) {
    return APPLIANCE_PROGRAMS.contains(entry.program())
        || entry.sightings().stream()
            .flatMap(sighting -> sighting.groups().values().stream())
            .anyMatch(APPLIANCE_UNIT_NAMES::contains);
  }

  private static boolean looksUpApplianceTable(PolicyRule rule) {
    return rule.action() instanceof PolicyRule.Lookup lookup
        && lookup.table().startsWith(TABLE_PREFIX);
  }

  private static Stream<String> devices(Facts facts) {
    if (facts instanceof Interfaces interfaces) {
      return interfaces.interfaces().stream().map(NetInterface::name);
    }
    if (facts instanceof Routes routes) {
      return routes.routes().stream()
          .map(Route::nextHops)
          .flatMap(hops -> hops.stream().flatMap(hop -> hop.device().stream()));
    }
    if (facts instanceof NetworkSettings settings) {
      return settings.device().stream();
    }
    if (facts instanceof Pings pings) {
      return pings.pings().stream().flatMap(ping -> ping.device().stream());
    }
    return Stream.empty();
  }

  private static Optional<Role> ofDevices(Stream<String> devices) {
    return devices.flatMap(device -> ofDevice(device).stream()).findFirst();
  }

  private static Optional<Role> ofDevice(String device) {
    if (APPLIANCE_DEVICES.contains(device)) {
      return Optional.of(Role.APPLIANCE);
    }
    return SUPERVISOR_DEVICES.contains(device) ? Optional.of(Role.SUPERVISOR) : Optional.empty();
  }

  private static Optional<Role> appliance(boolean told) {
    return told ? Optional.of(Role.APPLIANCE) : Optional.empty();
  }
}
