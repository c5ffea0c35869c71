package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.rules.haproxy.BackendVips;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was captured of a backend that does not answer.
 *
 * @param what in words: {@code the backend is down}
 * @param source whose words they are
 */
record BackendTrouble(LogHit hit, String what, String source) {
  private static final List<String> DOWN = List.of("haproxy-backend-down", "haproxy-server-down");
  private static final List<String> ENDED = List.of("connection-eof", "browser-eof");
  private static final List<String> TIMED_OUT =
      List.of("connection-timeout", "request-timeout", "browser-timeout");

  /** What haproxy logged of these backends, else what clients met at the VIPs that lead to them. */
  static Optional<BackendTrouble> of(
      LabView lab, HostView host, HaproxyCfg cfg, Set<String> backends) {
    Optional<LogHit> down =
        hits(host, DOWN)
            .filter(hit -> hit.group("backend").filter(backends::contains).isPresent())
            .findFirst();
    if (down.isPresent()) {
      return down.map(hit -> new BackendTrouble(hit, "the backend is down", "haproxy's log"));
    }
    Set<IPAddress> vips =
        new BackendVips(cfg)
            .of(backends).stream().map(Endpoint::address).collect(Collectors.toSet());
    return seen(lab, ENDED, vips, "connections to its VIP end at once")
        .or(() -> seen(lab, TIMED_OUT, vips, "connections to its VIP time out"));
  }

  private static Optional<BackendTrouble> seen(
      LabView lab, List<String> signatures, Set<IPAddress> vips, String what) {
    return lab.hosts().stream()
        .flatMap(host -> hits(host, signatures))
        .filter(hit -> target(hit).filter(vips::contains).isPresent())
        .findFirst()
        .map(hit -> new BackendTrouble(hit, what, "a client's message"));
  }

  private static Stream<LogHit> hits(HostView host, List<String> signatures) {
    return signatures.stream().flatMap(signature -> host.hits(signature).stream());
  }

  private static Optional<IPAddress> target(LogHit hit) {
    return hit.group("address").or(() -> hit.group("host")).flatMap(AddressText::address);
  }
}
