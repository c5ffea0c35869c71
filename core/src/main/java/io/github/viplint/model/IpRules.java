package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/** The output of {@code ip rule show}, in the order listed. */
public record IpRules(Capture capture, List<PolicyRule> rules) implements Facts {
  public IpRules {
    rules = List.copyOf(rules);
  }
}
