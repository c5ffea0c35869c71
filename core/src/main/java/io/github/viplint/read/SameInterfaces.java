package io.github.viplint.read;

import io.github.viplint.model.Cidr;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The interfaces of a host printed twice, by other commands: {@code ip addr}, {@code ip -o addr},
 * {@code ip -br addr}, or one interface of them. As long as they agree they show one state, and the
 * output that says most stands for it.
 */
final class SameInterfaces {
  private SameInterfaces() {}

  /**
   * The one of two outputs that says more; empty when they contradict each other or are of another
   * kind. Only IPv4 counts: an IPv6 address comes by itself a moment after its link.
   */
  static Optional<Reading> fuller(Reading first, Reading second) {
    Optional<Interfaces> before = interfaces(first);
    Optional<Interfaces> after = interfaces(second);
    if (before.isEmpty() || after.isEmpty() || !agree(before.get(), after.get())) {
      return Optional.empty();
    }
    return Optional.of(says(after.get()) > says(before.get()) ? second : first);
  }

  private static Optional<Interfaces> interfaces(Reading reading) {
    return reading.facts().size() == 1 && reading.facts().get(0) instanceof Interfaces interfaces
        ? Optional.of(interfaces)
        : Optional.empty();
  }

  private static boolean agree(Interfaces before, Interfaces after) {
    Map<String, NetInterface> old = byName(before);
    Map<String, NetInterface> now = byName(after);
    boolean comparable =
        before.complete() || after.complete() || now.keySet().stream().anyMatch(old::containsKey);
    return comparable
        && now.values().stream().allMatch(device -> agrees(device, old.get(device.name()), before))
        && old.values().stream().allMatch(device -> agrees(device, now.get(device.name()), after));
  }

  /** Some outputs leave out interfaces without an address, and some the MAC addresses. */
  private static boolean agrees(NetInterface device, NetInterface other, Interfaces others) {
    if (other == null) {
      return !others.complete() || ipv4(device).isEmpty();
    }
    return ipv4(device).equals(ipv4(other))
        && (device.mac().isEmpty() || other.mac().isEmpty() || device.mac().equals(other.mac()));
  }

  private static Map<String, NetInterface> byName(Interfaces interfaces) {
    Map<String, NetInterface> byName = new HashMap<>();
    interfaces.interfaces().forEach(device -> byName.putIfAbsent(device.name(), device));
    return byName;
  }

  private static Set<Cidr> ipv4(NetInterface device) {
    return device.addresses().stream()
        .map(NetInterface.Address::cidr)
        .filter(cidr -> cidr.address().isIPv4())
        .collect(Collectors.toSet());
  }

  private static long says(Interfaces interfaces) {
    long named = interfaces.interfaces().size();
    long macs = interfaces.interfaces().stream().filter(device -> device.mac().isPresent()).count();
    return (interfaces.complete() ? 1L << 32 : 0) + named + macs;
  }
}
