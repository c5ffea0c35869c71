package io.github.viplint.model;

import java.util.Map;

/**
 * A signature that a log entry matched.
 *
 * @param signature its id
 * @param rule the code of the rule that reports it
 * @param meaning what the message says, as one sentence without a full stop
 * @param fix what to do, as one imperative sentence; may be empty
 * @param groups the named groups of its pattern that took part in the match
 */
public record Sighting(
    String signature, String rule, String meaning, String fix, Map<String, String> groups) {
  public Sighting {
    groups = Map.copyOf(groups);
  }
}
