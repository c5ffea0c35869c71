package io.github.viplint.rules.hygiene;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 9: what was captured, and how. */
public final class HygieneRules {
  private HygieneRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(new SecretInBundle(), new CaptureIncomplete(), new UnusedSuppression());
  }
}
