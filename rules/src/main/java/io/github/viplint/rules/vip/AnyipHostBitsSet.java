package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
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
import io.github.viplint.model.Planned;
import io.github.viplint.space.SubnetFacts;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.ArrayList;
import java.util.List;

/** VL101: a range of anyip-routes.cfg is no subnet, for host bits are set. */
final class AnyipHostBitsSet implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        "a VIP range is no subnet: host bits are set, the kernel refuses it, and every VIP is down");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.ANYIP_ROUTES)
        .orPlan(Planned.Item.APPLIANCE_VIPS, Planned.Item.VIPS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      TakenAddresses taken = new TakenAddresses(lab, host);
      List<AnyipBoot.Line> lines =
          host.anyipBoot().stream()
              .flatMap(boot -> boot.lines().stream())
              .filter(AnyipHostBitsSet::hasHostBits)
              .toList();
      for (int i = 0; i < Math.min(lines.size(), AnyipService.MOST_FINDINGS); i++) {
        Finding.Builder finding = finding(lab, host, lines.get(i), taken, findings);
        if (i == AnyipService.MOST_FINDINGS - 1 && i + 1 < lines.size()) {
          finding.note(AnyipService.more(lines.size() - i - 1));
        }
        finding.report();
      }
    }
    if (lab.judgesPlan(needs())) {
      PlannedHostBits.check(lab, findings);
    }
  }

  /** The kernel clears the host bits of IPv6 itself. Lines that are never reached count as well. */
  static boolean hasHostBits(AnyipBoot.Line line) {
    return line.outcome() != LineOutcome.EXISTS
        && line.prefix()
            .filter(range -> range.address().isIPv4() && range.hasHostBits())
            .isPresent();
  }

  private static Finding.Builder finding(
      LabView lab, HostView host, AnyipBoot.Line line, TakenAddresses taken, Findings findings) {
    Cidr range = line.prefix().orElseThrow();
    MaskedDown masked = MaskedDown.of(range, taken);
    RangeChoices choices = new RangeChoices(lab, host);
    boolean ends = line.outcome() == LineOutcome.REJECTED;
    String text = AnyipService.shown(line.line());
    Finding.Builder finding =
        findings
            .at(
                host,
                line.line().span(),
                ends
                    ? text + " is no subnet: the kernel refuses it, and every VIP is down"
                    : text + " is no subnet: the kernel will refuse it as soon as it is read")
            .label("host bits are set; the subnet is " + masked.network() + facts(range))
            .subject(range)
            .confirm(AnyipService.CONFIRM_STATUS)
            .confirm(AnyipService.CONFIRM_TABLE);
    host.fact(AnyipRoutes.class)
        .filter(AnyipService::isDoubtful)
        .ifPresent(
            file ->
                finding
                    .confidence(Confidence.LOW)
                    .note(
                        "nothing says that this is anyip-routes.cfg; in workload-networks.cfg host"
                            + " bits are fine"));
    if (!range.toString().equals(line.line().text())) {
      finding.note("ip reads it as " + range);
    }
    finding.note(
        "AnyIP answers on every address of a range, the first and the last included: "
            + masked.network()
            + " is "
            + masked.network().range().first()
            + " to "
            + masked.network().range().last());
    if (ends) {
      finding.predicts(
          Condition.of(Condition.Kind.RANGE_REJECTED, host.name(), masked.network().range()));
    }
    fixes(finding, line.line(), range, masked, choices);
    return finding.note(AnyipService.PROPERTY_NOTE);
  }

  private static String facts(Cidr range) {
    return SubnetFacts.of(range).map(facts -> " (" + facts + ")").orElse("");
  }

  private static void fixes(
      Finding.Builder finding,
      AnyipRoutes.Line line,
      Cidr range,
      MaskedDown masked,
      RangeChoices choices) {
    boolean plain = line.range().isPresent();
    if (plain && masked.isHarmless()) {
      finding
          .help(
              masked.compared()
                  ? "write " + masked.network()
                  : "write "
                      + masked.network()
                      + " once you have seen that no address of `ip a` and no gateway of"
                      + " route-tables.cfg lies in it")
          .fix(write(line, masked.network(), Fix.Safety.SAFE));
      if (!choices.free(masked.network(), List.of()).blocks().equals(List.of(masked.network()))) {
        choices(range, masked, choices)
            .forEach(block -> finding.fix(write(line, block, Fix.Safety.UNSAFE)));
      }
      return;
    }
    finding.help(
        plain
            ? "choose a subnet that holds neither a gateway nor an address of the appliance, for "
                + masked.objection()
            : "write the range in plain decimal form, beginning at the first address of a subnet");
    if (plain && masked.network().prefixLength() > 0) {
      choices(range, masked, choices)
          .forEach(block -> finding.fix(write(line, block, Fix.Safety.UNSAFE)));
    }
    finding.fix(
        AnyipService.fix(
            "write a subnet of its own in place of " + AnyipService.shown(line),
            Fix.Safety.MANUAL,
            List.of(),
            AnyipService.RESTART));
    if (!plain) {
      finding.fix(AnyipService.leftOut(line));
    }
  }

  /**
   * The largest part that is free, the part around the address that was written, and a block as
   * large elsewhere in the network.
   */
  private static List<Cidr> choices(Cidr range, MaskedDown masked, RangeChoices lab) {
    FreeBlocks free = lab.free(masked.network(), masked.taken());
    List<Cidr> choices = new ArrayList<>();
    free.largest(range.address()).ifPresent(choices::add);
    free.around(range.address()).filter(block -> !choices.contains(block)).ifPresent(choices::add);
    lab.asLarge(masked.network()).ifPresent(choices::add);
    return choices;
  }

  private static Fix write(AnyipRoutes.Line line, Cidr range, Fix.Safety safety) {
    return AnyipService.fix(
        "write " + range,
        safety,
        List.of(AnyipService.replacement(line, range.toString())),
        AnyipService.RESTART);
  }
}
