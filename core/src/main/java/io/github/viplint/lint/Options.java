package io.github.viplint.lint;

import java.util.Optional;

/**
 * What the user said about the lab that captures may not tell.
 *
 * @param haproxyVersion {@code 2.2}; empty to take it from captures, else the appliance's 2.2
 * @param applianceVersion {@code v0.2.0}; empty to take it from captures
 */
public record Options(Optional<String> haproxyVersion, Optional<String> applianceVersion) {
  public static final Options DEFAULT = new Options(Optional.empty(), Optional.empty());
}
