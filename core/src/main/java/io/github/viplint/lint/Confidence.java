package io.github.viplint.lint;

import java.util.Locale;

/** How sure a finding is, from what was captured. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** As reports spell it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
