package io.github.viplint.twin.appliance;

import java.util.Locale;

/** How the start of a service ends. */
public enum StartResult {
  STARTED,
  FAILED,
  /** Its file was not captured. */
  NO_CONFIG,
  /** What decides it was not captured. */
  UNKNOWN;

  /** As reports spell it: {@code no-config}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
