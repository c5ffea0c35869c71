package io.github.viplint.twin.kernel;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kernel as the system comes up, before any service has changed it. */
public final class KernelAtBoot {
  private KernelAtBoot() {}

  /**
   * The addresses and table main as far as captured, no other routes, and the three rules that
   * every kernel begins with.
   *
   * @param span what those rules will be said to come from
   */
  public static KernelState of(KernelState captured, Span span) {
    Map<String, List<Route>> kept = new LinkedHashMap<>();
    captured.table("main").ifPresent(routes -> kept.put(captured.key("main"), routes));
    kept.put(captured.key("local"), local(captured));
    Fib ipv4 =
        new Fib(
            Optional.of(
                List.of(
                    lookup(span, 0, "local"),
                    lookup(span, 32766, "main"),
                    lookup(span, 32767, "default"))),
            kept,
            kept.size() == 2 && knowsAddresses(captured));
    String key = captured.key("local");
    List<Route> six = captured.ipv6().tables().getOrDefault(key, List.of());
    Fib ipv6 = captured.ipv6().withTable(key, withoutAnyip(six));
    return new KernelState(
        captured.interfaces(),
        captured.interfacesComplete(),
        ipv4,
        ipv6,
        Map.of(),
        captured.sysctls());
  }

  /** Whether all of table local is known, and not only what some interfaces put there. */
  public static boolean knowsAddresses(KernelState captured) {
    return captured.interfacesComplete() || captured.table("local").isPresent();
  }

  private static List<Route> local(KernelState captured) {
    return captured
        .table("local")
        .map(KernelAtBoot::withoutAnyip)
        .orElseGet(() -> OwnAddresses.routes(captured.interfaces()));
  }

  private static List<Route> withoutAnyip(List<Route> routes) {
    return routes.stream().filter(route -> !route.isAnyip()).toList();
  }

  private static PolicyRule lookup(Span span, long priority, String table) {
    return rule(
        span,
        priority,
        Optional.empty(),
        Optional.empty(),
        new PolicyRule.Lookup(table, Optional.empty(), Optional.empty()));
  }

  /** A rule that asks for nothing but addresses. */
  public static PolicyRule rule(
      Span span, long priority, Optional<Cidr> from, Optional<Cidr> to, PolicyRule.Lookup lookup) {
    return new PolicyRule(
        span,
        priority,
        false,
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        lookup,
        false);
  }
}
