package io.github.viplint.rules.plan;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 8: the lab as it is meant to be. */
public final class PlanRules {
  private PlanRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new PlanRangeNotServed(),
        new PlanRangeCollides(),
        new PlanManagementRange(),
        new PlanNetwork(),
        new PlanDiffers(),
        new ClusterCidr());
  }
}
