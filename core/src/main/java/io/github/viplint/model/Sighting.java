package io.github.viplint.model;

import java.util.Map;

/**
 * A signature that a log entry matched.
 *
 * @param signature its id
 * @param groups the named groups of its pattern that took part in the match
 */
public record Sighting(String signature, Map<String, String> groups) {
  public Sighting {
    groups = Map.copyOf(groups);
  }
}
