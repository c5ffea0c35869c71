package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/**
 * The output of {@code ip rule show}, in the order listed.
 *
 * @param complete every rule was captured, and no line was anything else
 */
public record IpRules(Capture capture, List<PolicyRule> rules, boolean complete) implements Facts {
  public IpRules {
    rules = List.copyOf(rules);
  }
}
