package io.github.viplint.capture;

import java.util.Locale;

/** What a machine of a lab is there for. */
public enum Role {
  /** The HAProxy virtual machine. */
  APPLIANCE,
  /** A Supervisor control plane virtual machine. */
  SUPERVISOR,
  VCENTER,
  /** The machine of the person who runs kubectl. */
  CLIENT;

  /** The role as reports and the command line spell it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
