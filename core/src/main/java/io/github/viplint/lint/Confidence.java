package io.github.viplint.lint;

import java.util.Locale;

/** How sure a finding is, from what was captured. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The next lower one, or the lowest. */
  Confidence less() {
    return this == HIGH ? MEDIUM : LOW;
  }

  /** As reports spell it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
