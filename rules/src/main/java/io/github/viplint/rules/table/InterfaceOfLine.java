package io.github.viplint.rules.table;

import io.github.viplint.lint.HostView;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.RouteTables.Entry;
import java.util.Locale;
import java.util.Optional;

/** The interface that a line of route-tables.cfg means: the service looks for its MAC address. */
final class InterfaceOfLine {
  private InterfaceOfLine() {}

  static Optional<NetInterface> of(HostView host, Entry line) {
    return withMac(host, line.mac().toLowerCase(Locale.ROOT));
  }

  /**
   * @param mac in lower case
   */
  static Optional<NetInterface> withMac(HostView host, String mac) {
    return host.kernel().interfaces().stream()
        .filter(device -> device.mac().filter(mac::equals).isPresent())
        .findFirst();
  }

  /** Whether DHCP gave the interface its address. */
  static boolean isDynamic(NetInterface device) {
    return device.addresses().stream().anyMatch(own -> own.flags().contains("dynamic"));
  }
}
