package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 5: haproxy.cfg. */
public final class HaproxyRules {
  private HaproxyRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new UnknownSection(),
        new UnknownKeyword(),
        new UnknownBackend(),
        new DuplicateName(),
        new InvalidAddress(),
        new UnknownReference(),
        new UnusedBackend(),
        new UnusedAcl(),
        new MissingTimeout(),
        new ModeMismatch(),
        new FrontendWithoutWay(),
        new DuplicateAddressInBackend(),
        new TwoDirectivesOnOneLine(),
        new DiffersFromLastKnownGood(),
        new SeveralSupervisors(),
        new HaproxySyntax(),
        new InvalidArgument(),
        new NotAllowedHere(),
        new RemovedInVersion());
  }
}
