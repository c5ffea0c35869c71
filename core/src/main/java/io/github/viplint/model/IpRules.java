package io.github.viplint.model;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import java.util.List;

/**
 * The output of {@code ip rule show} or {@code ip -6 rule show}, in the order listed.
 *
 * @param version the family whose rules they are; each has its own
 * @param complete every rule was captured, and no line was anything else
 */
public record IpRules(Capture capture, IPVersion version, List<PolicyRule> rules, boolean complete)
    implements Facts {
  public IpRules {
    rules = List.copyOf(rules);
  }
}
