package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** VL115: table local and anyip-routes.cfg disagree. */
final class AnyipStateDiffers implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL115",
        "anyip-state-differs",
        Severity.WARNING,
        "the active VIP ranges are not those of anyip-routes.cfg");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).whole(CaptureKind.ANYIP_ROUTES).whole(CaptureKind.IP_ROUTE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Optional<List<Route>> active = host.kernel().anyip();
      host.fact(AnyipRoutes.class)
          .filter(file -> file.capture().isWhole() && !file.hasTemplates())
          .flatMap(file -> host.anyipBoot())
          .filter(boot -> active.isPresent())
          .ifPresent(boot -> check(host, boot, active.get(), findings));
    }
  }

  private static void check(HostView host, AnyipBoot boot, List<Route> active, Findings findings) {
    Set<Cidr> is = active.stream().map(Route::destination).collect(Collectors.toSet());
    Set<Cidr> willBe = new HashSet<>(boot.active());
    // what the service does not reach or read is told by others
    Set<Cidr> written =
        boot.lines().stream()
            .flatMap(line -> line.prefix().stream())
            .map(Cidr::network)
            .collect(Collectors.toSet());
    boot.lines().stream()
        .filter(line -> line.outcome() == LineOutcome.ADDED)
        .filter(line -> willBe.contains(line.prefix().orElseThrow().network()))
        .filter(line -> !is.contains(line.prefix().orElseThrow().network()))
        .filter(line -> seenByIp(host, line.prefix().orElseThrow()))
        .limit(AnyipService.MOST_FINDINGS)
        .forEach(line -> missing(host, line, findings));
    active.stream()
        .filter(route -> !written.contains(route.destination()))
        .limit(AnyipService.MOST_FINDINGS)
        .forEach(route -> surplus(host, route, findings));
  }

  /** {@code ip route} lists IPv4 only unless it is asked for more. */
  private static boolean seenByIp(HostView host, Cidr range) {
    return host.kernel().table(range.address().getIPVersion(), "local").isPresent();
  }

  private static void missing(HostView host, AnyipBoot.Line line, Findings findings) {
    Cidr range = line.prefix().orElseThrow().network();
    findings
        .at(
            host,
            line.span(),
            AnyipService.shown(line.line())
                + " is not active: the file has changed since, or anyip-routes was not restarted")
        .label("not in table local")
        .help("restart anyip-routes, then start haproxy if it is down")
        .note(
            "an editor that replaces the file ends the service's watch on it, and a failed reading"
                + " does too")
        .subject(range)
        .fix(Fix.ofCommands("restart the services in their order", AnyipService.RESTART))
        .confirm(AnyipService.CONFIRM_TABLE)
        .shows(Condition.of(Condition.Kind.NOT_LOCAL, host.name(), range.range()))
        .report();
  }

  private static void surplus(HostView host, Route route, Findings findings) {
    Cidr range = route.destination();
    findings
        .at(
            host,
            route.span(),
            range
                + " is active and not in anyip-routes.cfg: its VIPs work until the next boot, and no"
                + " longer")
        .label("in no line of the file")
        .help("write the range into the file if it is still needed, else delete the route")
        .note("a change of the file only adds ranges; one that is taken out stays active")
        .subject(range)
        .fix(
            Fix.ofCommands(
                "delete the route, if nothing needs it",
                List.of("ip route del table local " + range + " dev lo")))
        .confirm(AnyipService.CONFIRM_TABLE)
        .report();
  }
}
