package io.github.viplint.rules.log;

import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import java.util.List;

/** What haproxy logged of addresses and ports that it could not bind. */
public final class BindFailures {
  private static final String UNIT = "haproxy";
  private static final String DESCRIPTION = "HAProxy Load Balancer";

  private BindFailures() {}

  /** Those after which no start of haproxy was logged: one bind that fails ends the start. */
  public static List<LogHit> lasting(HostView host) {
    UnitStarts starts = UnitStarts.of(host);
    return host.hits("haproxy-cannot-bind").stream()
        .filter(hit -> !starts.after(UNIT, DESCRIPTION, hit.entry()))
        .toList();
  }
}
