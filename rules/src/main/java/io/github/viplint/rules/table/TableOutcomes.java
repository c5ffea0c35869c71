package io.github.viplint.rules.table;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.VersionEvidence;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the twin's boot makes of the lines of route-tables.cfg, so that rules say of none that it
 * ends the service when {@code viplint boot} does not.
 */
final class TableOutcomes {
  private final ApplianceVersion version;
  private final Map<Span, RouteTablesBoot.Line> lines = new HashMap<>();

  private TableOutcomes(ApplianceVersion version, List<RouteTablesBoot.Line> lines) {
    this.version = version;
    lines.forEach(line -> this.lines.put(line.span(), line));
  }

  static TableOutcomes of(HostView host) {
    Optional<Boot> boot = host.boot();
    return new TableOutcomes(
        boot.map(Boot::version).map(VersionEvidence::version).orElse(ApplianceVersion.V0_2_0),
        boot.flatMap(Boot::routeTables).map(RouteTablesBoot::lines).orElse(List.of()));
  }

  /** Whether the service ends at the line, or would if it came so far. */
  boolean ends(Entry line) {
    return reason(line) != Reason.NONE;
  }

  /** Whether it ends there for this reason. */
  boolean endsFor(Entry line, Reason reason) {
    return reason(line) == reason;
  }

  /** Why it ends there; {@link Reason#NONE} where it doesn't. */
  Reason reason(Entry line) {
    return boot(line).map(RouteTablesBoot.Line::reason).orElse(Reason.NONE);
  }

  private Optional<RouteTablesBoot.Line> boot(Entry line) {
    return Optional.ofNullable(lines.get(line.span()));
  }

  /** The line that has added its route before, where it ends the service for that. */
  Optional<Entry> rival(Entry line) {
    return boot(line)
        .flatMap(RouteTablesBoot.Line::rival)
        .map(lines::get)
        .flatMap(RouteTablesBoot.Line::entry);
  }

  /** What happens at the line and why, in one sentence. */
  String message(Entry line) {
    return boot(line).map(RouteTablesBoot.Line::refused).orElse("");
  }

  /** Whether the service takes the fifth field for a gateway, as this release does. */
  boolean hasGateway(Entry line) {
    return version.addsDefault(line);
  }

  /** Up to v0.1.8 the service knew no lines without gateway. */
  boolean needsGateways() {
    return !version.knowsLinkRoutes();
  }

  /**
   * The route that the service adds for the line, as {@code ip route add} names it: the default
   * route where it has a gateway, else one to its network.
   */
  Optional<String> route(Entry line) {
    if (!RouteTablesService.addsRoute(line)) {
      return Optional.empty();
    }
    return hasGateway(line)
        ? Optional.of("default")
        : line.address().map(address -> address.network().toString());
  }
}
