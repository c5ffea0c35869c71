package io.github.viplint.rules.service;

import io.github.viplint.lint.Rule;
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
}
