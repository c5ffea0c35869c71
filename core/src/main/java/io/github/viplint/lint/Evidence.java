package io.github.viplint.lint;

import io.github.viplint.capture.Span;

/** Something captured that speaks for a finding, or against it. */
public record Evidence(Span span, Says says, String message) {
  public enum Says {
    CONFIRMS,
    CONTRADICTS
  }
}
