package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.Pings;
import io.github.viplint.model.Pings.Ping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pings of a host that were bound to a device; the last of each device and target counts. */
final class DevicePings {
  private final Map<IPAddress, Map<String, Ping>> byTarget = new LinkedHashMap<>();

  private DevicePings() {}

  static DevicePings of(HostView host) {
    DevicePings pings = new DevicePings();
    for (Pings capture : host.facts(Pings.class)) {
      for (Ping ping : capture.pings()) {
        ping.device()
            .ifPresent(
                device ->
                    pings
                        .byTarget
                        .computeIfAbsent(ping.target(), key -> new LinkedHashMap<>())
                        .put(device, ping));
      }
    }
    return pings;
  }

  /** What was pinged, in the order captured. */
  List<IPAddress> targets() {
    return List.copyOf(byTarget.keySet());
  }

  Stream<Ping> to(IPAddress target) {
    return byTarget.getOrDefault(target, Map.of()).values().stream();
  }

  Optional<Ping> to(IPAddress target, String device) {
    return Optional.ofNullable(byTarget.getOrDefault(target, Map.of()).get(device));
  }

  /** {@code by eth1: Destination Host Unreachable, says 10.0.0.1}. */
  static String outcome(Ping ping) {
    List<String> words = new ArrayList<>();
    words.add(ping.device().map(device -> "by " + device + ": ").orElse(""));
    if (ping.answered()) {
      words.add("answered");
    } else {
      words.add(ping.error().orElse("no answer"));
      ping.errorFrom().ifPresent(from -> words.add(", says " + from));
    }
    return String.join("", words);
  }
}
