package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.space.SubnetFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * VL101 for ranges that a plan gives to the appliance: anyip-routes.cfg is written from the
 * property as it stands. What the captured file has too is said there.
 */
final class PlannedHostBits {
  private PlannedHostBits() {}

  static void check(LabView lab, Findings findings) {
    Set<Cidr> captured = new HashSet<>();
    boolean file = false;
    for (HostView host : lab.hosts(Role.APPLIANCE)) {
      file |= host.state().readings(CaptureKind.ANYIP_ROUTES).findAny().isPresent();
      host.fact(AnyipRoutes.class).stream()
          .flatMap(lines -> lines.entries().stream())
          .forEach(line -> line.range().ifPresent(captured::add));
    }
    boolean mended = file;
    TakenAddresses taken = TakenAddresses.planned(lab);
    lab.plans().stream()
        .flatMap(plan -> plan.entries().stream())
        .filter(one -> one.item() == Item.APPLIANCE_VIPS || one.item() == Item.VIPS)
        .filter(one -> one.cidr().filter(PlannedHostBits::hasHostBits).isPresent())
        .filter(one -> captured.add(one.cidr().orElseThrow()))
        .limit(AnyipService.MOST_FINDINGS)
        .forEach(one -> report(one, mended, taken, findings));
  }

  private static boolean hasHostBits(Cidr range) {
    return range.address().isIPv4() && range.hasHostBits();
  }

  private static void report(Planned one, boolean mended, TakenAddresses taken, Findings findings) {
    Cidr range = one.cidr().orElseThrow();
    MaskedDown masked = MaskedDown.of(range, taken);
    Finding.Builder finding =
        findings
            .atPlan(
                one.span(),
                mended
                    ? range
                        + " is no subnet: anyip-routes.cfg no longer has it, and a redeployment writes"
                        + " it there again"
                    : range
                        + " is no subnet: the kernel will refuse it, and every VIP will be down")
            .severity(mended ? Severity.WARNING : Severity.ERROR)
            .label(
                "host bits are set; the subnet is "
                    + masked.network()
                    + SubnetFacts.of(range).map(facts -> " (" + facts + ")").orElse(""))
            .note(
                "AnyIP answers on every address of a range, the first and the last included: "
                    + masked.network()
                    + " is "
                    + masked.network().range().first()
                    + " to "
                    + masked.network().range().last())
            .note(
                "the property loadbalance.service_ip_range takes subnets only, with commas between")
            .subject(range);
    if (masked.isHarmless()) {
      finding.help("write " + masked.network());
      if (one.span().text().equals(range.toString())) {
        finding.fix(
            Fix.of(
                "write " + masked.network(),
                Fix.Safety.SAFE,
                List.of(new TextEdit(one.span(), masked.network().toString())),
                List.of()));
      }
    } else {
      finding.help(
          "choose a subnet that holds neither a gateway nor an address of the appliance, for "
              + masked.objection());
    }
    finding.report();
  }
}
