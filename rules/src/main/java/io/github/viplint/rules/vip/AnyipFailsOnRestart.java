package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
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
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * VL112: a line of anyip-routes.cfg that is accepted once, and refused when the service restarts.
 */
final class AnyipFailsOnRestart implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL112",
        "anyip-fails-on-restart",
        Severity.WARNING,
        "a range is accepted at boot and refused when the service restarts, for it is spelled oddly");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class)
          .map(AnyipRoutes::withoutTemplates)
          .ifPresent(file -> host.anyipBoot().ifPresent(boot -> check(host, file, boot, findings)));
    }
  }

  private static void check(HostView host, AnyipRoutes file, AnyipBoot boot, Findings findings) {
    Set<Span> refused =
        boot.restart(file).lines().stream()
            .filter(line -> line.reason() == AnyipBoot.Reason.FILE_EXISTS)
            .map(AnyipBoot.Line::span)
            .collect(Collectors.toCollection(HashSet::new));
    boot.lines(LineOutcome.ADDED).stream()
        .filter(line -> refused.contains(line.span()))
        .limit(AnyipService.MOST_FINDINGS)
        .forEach(line -> report(host, line, findings));
  }

  private static void report(HostView host, AnyipBoot.Line line, Findings findings) {
    Cidr range = line.prefix().orElseThrow().network();
    boolean all = range.prefixLength() == 0;
    boolean ipv6 = range.address().isIPv6();
    String shown = AnyipService.shown(line.line());
    Finding.Builder finding =
        findings
            .at(
                host,
                line.line().span(),
                all
                    ? shown
                        + " makes every address of the world the appliance's own: it reaches nobody,"
                        + " and the next restart of the service fails as well"
                    : shown
                        + " is taken once: the service does not find it again, and its next restart"
                        + " fails with File exists")
            .severity(all ? Severity.ERROR : Severity.WARNING)
            .label(all ? "all of " + (ipv6 ? "IPv6" : "IPv4") : "the kernel lists it as " + range)
            .help(
                all || ipv6
                    ? "write the IPv4 ranges that hold the VIPs, and nothing else"
                    : "write it as the kernel lists it: " + plain(range))
            .note(
                "the service looks for the line's very text in `ip route show table local`, when it"
                    + " starts and when it takes ranges back")
            .subject(shown)
            .confirm(AnyipService.CONFIRM_TABLE);
    if (ipv6) {
      finding.note("haproxy can't bind an address that only an IPv6 range makes local");
    }
    finding.fix(fix(line.line(), range, all || ipv6)).note(AnyipService.PROPERTY_NOTE).report();
  }

  /** As {@code ip route} lists it, and as the service looks for it. */
  private static String plain(Cidr range) {
    return range.prefixLength() == 32 ? range.address().toString() : range.toString();
  }

  private static Fix fix(AnyipRoutes.Line line, Cidr range, boolean useless) {
    List<String> commands =
        new ArrayList<>(List.of("ip route del table local " + range + " dev lo"));
    commands.addAll(AnyipService.RESTART);
    return useless
        ? AnyipService.fix(
            "take " + AnyipService.shown(line) + " out",
            Fix.Safety.UNSAFE,
            List.of(AnyipService.removal(line)),
            commands)
        : AnyipService.fix(
            "write " + plain(range),
            Fix.Safety.SAFE,
            List.of(AnyipService.replacement(line, plain(range))),
            commands);
  }
}
