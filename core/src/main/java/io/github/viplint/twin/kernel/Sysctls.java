package io.github.viplint.twin.kernel;

import inet.ipaddr.IPAddress.IPVersion;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel settings that routing looks at (Documentation/networking/ip-sysctl.rst). Those that
 * were not captured are taken as a router has them: it forwards, and filters no source.
 */
public final class Sysctls {
  private final Map<String, String> values;

  /**
   * @param values by name, {@code net.ipv4.ip_forward}
   */
  public Sysctls(Map<String, String> values) {
    this.values = values;
  }

  /** Whether IPv4 packets that come in by an interface may go on; empty when not captured. */
  public Optional<Boolean> forwards(String device) {
    return value("ipv4", device, "forwarding")
        .or(() -> Optional.ofNullable(values.get("net.ipv4.ip_forward")))
        .or(() -> value("ipv4", "all", "forwarding"))
        .map(value -> !value.equals("0"));
  }

  /** Whether {@link #reversePathFilter} was captured. */
  public boolean knowsReversePathFilter(String device) {
    return value("ipv4", device, "rp_filter").isPresent()
        && value("ipv4", "all", "rp_filter").isPresent();
  }

  /**
   * 0, 1 (strict) or 2 (loose): the kernel takes the larger of {@code all} and the device's own.
   */
  public int reversePathFilter(String device) {
    return Math.max(number(device, "rp_filter"), number("all", "rp_filter"));
  }

  /** Whether packets may come in with a source that is local here. */
  public boolean acceptsLocal(String device) {
    return isOn(device, "accept_local");
  }

  /** Whether 127.0.0.0/8 may be sent and received by the device. */
  public boolean routesLoopback(String device) {
    return isOn(device, "route_localnet");
  }

  /** Whether the mark of a packet counts when its source is looked up. */
  public boolean marksSources(String device) {
    return isOn(device, "src_valid_mark");
  }

  /** Whether a next hop is passed over while the link of its device is down. */
  public boolean ignoresRoutesWithLinkDown(IPVersion version, String device) {
    String setting = "ignore_routes_with_linkdown";
    return version.isIPv4()
        ? isOn(device, setting)
        : value("ipv6", device, setting)
            .or(() -> value("ipv6", "all", setting))
            .filter("1"::equals)
            .isPresent();
  }

  /** For most settings, one of the two is enough. */
  private boolean isOn(String device, String setting) {
    return number(device, setting) != 0 || number("all", setting) != 0;
  }

  private int number(String device, String setting) {
    return switch (value("ipv4", device, setting).orElse("0")) {
      case "1" -> 1;
      case "2" -> 2;
      default -> 0;
    };
  }

  private Optional<String> value(String family, String device, String setting) {
    return Optional.ofNullable(values.get("net." + family + ".conf." + device + "." + setting));
  }
}
