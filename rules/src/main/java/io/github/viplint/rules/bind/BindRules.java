package io.github.viplint.rules.bind;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 2: binds and listeners. */
public final class BindRules {
  private BindRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new BindNotLocal(),
        new BindConflict(),
        new BindFailureLogged(),
        new BindFailureOfUnknownAddress(),
        new VipNotServed());
  }
}
