package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import java.util.List;

/** VL114: anyip-routes.cfg has no range. */
final class AnyipNoRanges implements Rule {
  private static final int MOST_RELATED = 4;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL114",
        "anyip-no-ranges",
        Severity.WARNING,
        "anyip-routes.cfg has no range, although frontends bind VIPs");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).whole(CaptureKind.ANYIP_ROUTES).all(CaptureKind.HAPROXY_CFG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class)
          .filter(file -> file.capture().isWhole() && file.entries().isEmpty())
          .ifPresent(file -> check(host, file, findings));
    }
  }

  private static void check(HostView host, AnyipRoutes file, Findings findings) {
    List<Bind> vips =
        host.boot().stream()
            .flatMap(boot -> boot.haproxy().binds().stream())
            .filter(listener -> listener.outcome() != HaproxyBoot.Outcome.BOUND)
            .map(HaproxyBoot.Listener::bind)
            .filter(bind -> bind.address().isPresent())
            .toList();
    boolean fresh =
        host.fact(HaproxyCfg.class)
            .filter(cfg -> !cfg.excerpt() && cfg.binds().isEmpty())
            .isPresent();
    if (!vips.isEmpty()) {
      report(host, file, vips, findings);
    } else if (fresh) {
      start(
              host,
              file,
              "anyip-routes.cfg has no range: the appliance can serve no VIP yet",
              findings)
          .severity(Severity.INFO)
          .report();
    }
  }

  private static void report(HostView host, AnyipRoutes file, List<Bind> vips, Findings findings) {
    Finding.Builder finding =
        start(
                host,
                file,
                "anyip-routes.cfg has no range, although haproxy.cfg binds "
                    + vips.get(0).address().orElseThrow()
                    + ": after the next boot haproxy will not start",
                findings)
            .predicts(Condition.everything(Condition.Kind.NO_RANGES, host.name()));
    vips.stream()
        .limit(MOST_RELATED)
        .forEach(bind -> finding.related(bind.span(), "a VIP in no range"));
    finding.report();
  }

  private static Finding.Builder start(
      HostView host, AnyipRoutes file, String message, Findings findings) {
    return findings
        .at(host, file.capture().span(0, 0), message)
        .label("no range")
        .help("write the ranges that vCenter has for this load balancer, one to a line")
        .note(AnyipService.PROPERTY_NOTE)
        .subject("no range")
        .confirm(AnyipService.CONFIRM_TABLE);
  }
}
