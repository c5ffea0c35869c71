package io.github.viplint.twin.command;

import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.RouteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules and routes as {@code ip rule} and {@code ip route show table all} print them. */
public final class IpText {
  private IpText() {}

  /** {@code 32765:\tfrom 10.0.1.5/24 lookup rtctl_workload}. */
  public static String rule(PolicyRule rule) {
    return rule.priority() + ":\t" + rule.shown();
  }

  /** All rules of IPv4, where they are known, their tables by these names. */
  public static List<String> rules(KernelState kernel, TableNames names) {
    return kernel.rules().stream()
        .flatMap(List::stream)
        .map(rule -> rule(WorkingRules.printed(rule, names)))
        .toList();
  }

  /** All known routes of IPv4: main first, then by the tables' numbers. */
  public static List<String> routes(KernelState kernel, TableNames names) {
    List<String> lines = new ArrayList<>();
    String main = kernel.key("main");
    kernel.ipv4().tables().getOrDefault(main, List.of()).forEach(r -> lines.add(route(r, "")));
    for (Map.Entry<String, List<Route>> table : kernel.ipv4().tables().entrySet()) {
      if (!table.getKey().equals(main)) {
        String name = names.idOf(table.getKey()).map(names::nameOf).orElse(table.getKey());
        table.getValue().forEach(route -> lines.add(route(route, name)));
      }
    }
    return lines;
  }

  /**
   * One line.
   *
   * @param table as printed; empty for main, which is not
   */
  private static String route(Route route, String table) {
    StringBuilder text = new StringBuilder();
    if (route.type() != Route.Type.UNICAST) {
      text.append(route.type().id()).append(' ');
    }
    text.append(RouteText.prefix(route.destination()));
    if (route.tos() != 0) {
      text.append(" tos 0x").append(Integer.toHexString(route.tos()));
    }
    Optional<NextHop> only =
        route.nextHops().size() == 1 ? Optional.of(route.nextHops().get(0)) : Optional.empty();
    only.ifPresent(hop -> hop(hop, text));
    if (!table.isEmpty()) {
      text.append(" table ").append(table);
    }
    route.protocol().ifPresent(protocol -> text.append(" proto ").append(protocol));
    route
        .scope()
        .filter(scope -> !scope.equals("global"))
        .ifPresent(scope -> text.append(" scope ").append(scope));
    route.source().ifPresent(source -> text.append(" src ").append(source));
    if (route.metric() != 0) {
      text.append(" metric ").append(route.metric());
    }
    only.ifPresent(hop -> flags(hop.flags(), text));
    if (route.nextHops().size() > 1) {
      for (NextHop hop : route.nextHops()) {
        text.append(" nexthop");
        hop(hop, text);
        flags(hop.flags(), text);
      }
    }
    return text.toString();
  }

  private static void hop(NextHop hop, StringBuilder text) {
    hop.via().ifPresent(via -> text.append(" via ").append(via));
    hop.device().ifPresent(device -> text.append(" dev ").append(device));
  }

  private static void flags(Set<String> flags, StringBuilder text) {
    flags.stream().sorted().forEach(flag -> text.append(' ').append(flag));
  }
}
