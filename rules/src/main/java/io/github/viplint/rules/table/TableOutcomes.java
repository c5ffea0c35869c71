package io.github.viplint.rules.table;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.HashMap;
import java.util.Map;

/**
 * What the twin's boot makes of the lines of route-tables.cfg, so that rules say of none that it
 * ends the service when {@code viplint boot} does not.
 */
final class TableOutcomes {
  private final Map<Span, Reason> reasons = new HashMap<>();

  private TableOutcomes() {}

  static TableOutcomes of(HostView host) {
    TableOutcomes outcomes = new TableOutcomes();
    host.boot()
        .flatMap(Boot::routeTables)
        .map(RouteTablesBoot::lines)
        .ifPresent(
            lines -> lines.forEach(line -> outcomes.reasons.put(line.span(), line.reason())));
    return outcomes;
  }

  /** Whether the service ends at the line, or would if it came so far. */
  boolean ends(Entry line) {
    return reason(line) != Reason.NONE;
  }

  /** Whether it ends there for this reason. */
  boolean endsFor(Entry line, Reason reason) {
    return reason(line) == reason;
  }

  private Reason reason(Entry line) {
    return reasons.getOrDefault(line.span(), Reason.NONE);
  }
}
