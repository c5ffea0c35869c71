package io.github.viplint.lint;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.Optional;

/**
 * What the user said that captures may not tell.
 *
 * @param haproxyVersion empty to take it from captures, else the appliance's 2.2
 * @param applianceVersion {@code v0.2.0}; empty to take it from captures
 * @param configuration the configuration file of the run, where there is one
 * @param policy what the user decided about rules and findings
 */
public record Options(
    Optional<HaproxyVersion> haproxyVersion,
    Optional<String> applianceVersion,
    Optional<String> configuration,
    Policy policy) {
  public static final Options DEFAULT =
      new Options(Optional.empty(), Optional.empty(), Optional.empty());

  /** With nothing decided about rules and findings. */
  public Options(
      Optional<HaproxyVersion> haproxyVersion,
      Optional<String> applianceVersion,
      Optional<String> configuration) {
    this(haproxyVersion, applianceVersion, configuration, Policy.NONE);
  }

  /** The same with these decisions. */
  public Options with(Policy other) {
    return new Options(haproxyVersion, applianceVersion, configuration, other);
  }
}
