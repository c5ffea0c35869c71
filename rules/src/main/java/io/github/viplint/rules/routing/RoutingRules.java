package io.github.viplint.rules.routing;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 4: which way packets go. */
public final class RoutingRules {
  private RoutingRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new DnsViaWrongInterface(),
        new DnsSharedByNetworks(),
        new DestinationUnroutable(),
        new AsymmetricPath(),
        new BackendViaManagement(),
        new PingContradicts(),
        new PolicyRoutingUnknown(),
        new WorkloadDnsUnproven());
  }
}
