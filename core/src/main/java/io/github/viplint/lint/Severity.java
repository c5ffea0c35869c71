package io.github.viplint.lint;

import java.util.Locale;

/** How bad a finding is; the worst first. */
public enum Severity {
  /** A service won't start, a VIP can't work, or traffic goes the wrong way. */
  ERROR,
  /** It works and will bite. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** As reports and the command line spell it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
