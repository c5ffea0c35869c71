package io.github.viplint.lint;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.Optional;

/**
 * What the user said about the lab that captures may not tell.
 *
 * @param haproxyVersion empty to take it from captures, else the appliance's 2.2
 * @param applianceVersion {@code v0.2.0}; empty to take it from captures
 * @param configuration the configuration file of the run, where there is one
 */
public record Options(
    Optional<HaproxyVersion> haproxyVersion,
    Optional<String> applianceVersion,
    Optional<String> configuration) {
  public static final Options DEFAULT =
      new Options(Optional.empty(), Optional.empty(), Optional.empty());
}
