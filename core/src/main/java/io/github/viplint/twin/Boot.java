package io.github.viplint.twin;

import io.github.viplint.capture.Span;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.State;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.Appliance;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.appliance.VersionEvidence;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A boot of an appliance with the files that were captured: route-tables, anyip-routes and haproxy,
 * in this order. A service that fails keeps none of the others from starting.
 *
 * @param version the release, and what tells it
 * @param routeTables empty when route-tables.cfg was not captured
 * @param anyipRoutes empty when anyip-routes.cfg was not captured
 * @param haproxy what it can bind then; without a captured haproxy.cfg, nothing
 * @param after the appliance when all have started
 * @param assumed what was not captured and was taken to be as it usually is
 */
public record Boot(
    VersionEvidence version,
    Optional<RouteTablesBoot> routeTables,
    Optional<AnyipBoot> anyipRoutes,
    HaproxyBoot haproxy,
    Appliance after,
    List<String> assumed) {
  public Boot {
    assumed = List.copyOf(assumed);
  }

  /**
   * Boots the appliance that the captures show; empty when none of its files was captured.
   *
   * @param told its version as the user gave it, {@code v0.2.0}
   * @param haproxy the release of its haproxy
   */
  public static Optional<Boot> of(State state, Optional<String> told, HaproxyVersion haproxy) {
    return of(state, VersionEvidence.of(state, told), haproxy);
  }

  /**
   * The same, of an appliance whose version is known.
   *
   * @param version and what tells it
   */
  public static Optional<Boot> of(State state, VersionEvidence version, HaproxyVersion haproxy) {
    return Appliance.atBoot(state, version.version(), haproxy)
        .map(appliance -> run(version, appliance));
  }

  /**
   * Whether anyip-routes starts, and starts again when it is restarted, which a line in another
   * spelling than the kernel's prevents.
   */
  public boolean rangesSurviveRestart() {
    return rangesRestarted().filter(second -> second.result() == StartResult.STARTED).isPresent();
  }

  /**
   * What comes of a restart of anyip-routes when the appliance has come up; empty when it does not
   * come up for sure.
   */
  public Optional<AnyipBoot> rangesRestarted() {
    return anyipRoutes
        .filter(first -> first.result() == StartResult.STARTED)
        .flatMap(first -> after.anyipRoutes().map(first::restart));
  }

  /**
   * Whether a rule looks up a table that route-tables makes, so that the rule is its work too.
   *
   * @param rule where it was captured
   * @param captured the kernel that has it
   */
  public boolean makesTableOf(Span rule, KernelState captured) {
    TableNames names = after.names();
    return captured.rules().stream()
        .flatMap(List::stream)
        .filter(one -> one.span().equals(rule))
        .anyMatch(
            one ->
                one.action() instanceof PolicyRule.Lookup lookup
                    && names
                        .idOf(lookup.table())
                        .map(names::nameOf)
                        .orElse(lookup.table())
                        .startsWith(TableNames.PREFIX));
  }

  /** Boots an appliance again. */
  static Boot of(Appliance comesUp) {
    return run(new VersionEvidence(comesUp.version(), Optional.empty(), "as before"), comesUp);
  }

  private static Boot run(VersionEvidence version, Appliance before) {
    Appliance now = before;
    Optional<RouteTablesBoot> tables =
        now.routeTables()
            .map(
                file ->
                    RouteTablesBoot.run(
                        before.version(),
                        file,
                        before.workloadNetworks(),
                        before.kernel(),
                        before.names()));
    if (tables.isPresent()) {
      now = now.with(tables.get().after(), tables.get().names());
    }
    KernelState kernel = now.kernel();
    Optional<AnyipBoot> ranges = now.anyipRoutes().map(file -> AnyipBoot.run(file, kernel));
    if (ranges.isPresent()) {
      now = now.with(ranges.get().after(), now.names());
    }
    HaproxyBoot haproxy = HaproxyBoot.run(now);
    return new Boot(version, tables, ranges, haproxy, now, assumed(before, haproxy));
  }

  private static List<String> assumed(Appliance before, HaproxyBoot haproxy) {
    List<String> assumed = new ArrayList<>();
    if (!before.kernel().interfacesComplete()) {
      List<String> hoped = new ArrayList<>();
      if (before.anyipRoutes().isPresent()) {
        hoped.add("no range collides with an address");
      }
      if (before.routeTables().isPresent()) {
        hoped.add("every MAC address has its interface, and every gateway is on link");
      }
      if (!hoped.isEmpty()) {
        assumed.add(
            "the interfaces were not captured (`ip addr show`): " + String.join(", ", hoped));
      }
    } else if (before.kernel().table("main").isEmpty() && before.routeTables().isPresent()) {
      assumed.add(
          (before.emptiesMain()
                  ? "table main, whose ID route-tables.cfg has, is not as the service finds it"
                  : "table main was not captured (`ip route show table all`)")
              + ": it holds the subnets of the interfaces and a default route");
    }
    if (haproxy.result() != StartResult.NO_CONFIG && before.verdict().isEmpty()) {
      assumed.add(
          "what haproxy says of its file was not captured (`haproxy -c -f"
              + " /etc/haproxy/haproxy.cfg`): it is valid");
    }
    return assumed;
  }
}
