package io.github.viplint.rules.service;

import io.github.viplint.lint.Rule;
import io.github.viplint.lint.Witness;
import java.util.List;

/** Area 6: the services and their journals. */
public final class ServiceRules {
  private ServiceRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new ServiceFailed(),
        new StartLimitHit(),
        new AnyipRouteRejected(),
        new RouteTablesRestartBug(),
        new RulesNeverDeleted(),
        new BackendDown(),
        new ApplianceNotConfigured(),
        new ApplianceTooOld());
  }

  /** What the services' logs show of what files let expect. */
  public static List<Witness.Call> witnesses() {
    return List.of(StartedUnits::of);
  }
}
