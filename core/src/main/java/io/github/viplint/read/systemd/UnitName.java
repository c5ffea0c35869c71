package io.github.viplint.read.systemd;

import java.util.Set;

/** Tells names of systemd units from other words (systemd.unit(5)). */
final class UnitName {
  private static final Set<String> TYPES =
      Set.of(
          "automount",
          "device",
          "mount",
          "path",
          "scope",
          "service",
          "slice",
          "snapshot",
          "socket",
          "swap",
          "target",
          "timer");

  private UnitName() {}

  static boolean is(String word) {
    int dot = word.lastIndexOf('.');
    return dot > 0 && TYPES.contains(word.substring(dot + 1));
  }
}
