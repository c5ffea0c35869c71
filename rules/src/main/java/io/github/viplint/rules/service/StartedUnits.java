package io.github.viplint.rules.service;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Witness;
import io.github.viplint.model.Log;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The log of systemd: whether it started a unit that ought to have failed. A captured state of the
 * unit says more.
 */
final class StartedUnits implements Witness {
  private final Map<ApplianceUnit, Evidence> started = new HashMap<>();

  private StartedUnits(HostView host) {
    for (ApplianceUnit unit : ApplianceUnit.ALL) {
      if (unit.state(host).isEmpty()) {
        unit.lastStart(host).ifPresent(start -> started.put(unit, evidence(start)));
      }
    }
  }

  /** One for each host that has a log. */
  static List<Witness> of(LabView lab, HostView host) {
    return host.facts(Log.class).isEmpty() ? List.of() : List.of(new StartedUnits(host));
  }

  private static Evidence evidence(LogHit start) {
    return new Evidence(
        start.span(),
        Evidence.Says.CONTRADICTS,
        "its log says that it was started: the file has changed since, or the service was not"
            + " restarted");
  }

  @Override
  public List<Evidence> on(Condition condition) {
    return started.entrySet().stream()
        .filter(unit -> denies(unit.getKey(), condition))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a unit that runs is against the condition. */
  private static boolean denies(ApplianceUnit unit, Condition condition) {
    return unit == ApplianceUnit.HAPROXY
        ? condition.kind() == Kind.HAPROXY_DOWN
        : condition.kind() == Kind.UNIT_FAILED
            && condition.subject().equals(new Condition.Unit(unit.name()));
  }
}
