package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Cidr;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.List;
import java.util.Optional;

/** VL116: a range of anyip-routes.cfg whose addresses can be nobody's VIP. */
final class AnyipSpecialRange implements Rule {
  /** RFC 6890 and the class E of RFC 1112, as far as the kernel treats them unlike others. */
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL116",
        "anyip-special-range",
        Severity.ERROR,
        "a VIP range is loopback, multicast, link-local or reserved: no client reaches it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.anyipBoot()
          .ifPresent(
              boot ->
                  boot.lines().stream()
                      .filter(line -> specialOf(line).isPresent())
                      .limit(AnyipService.MOST_FINDINGS)
                      .forEach(line -> report(host, line, findings)));
    }
  }

  /** What is special about the line's range, where anything is. */
  static Optional<String> specialOf(AnyipBoot.Line line) {
    return line.prefix().flatMap(AnyipSpecialRange::specialOf);
  }

  /** All of IPv4 at once is another mistake: VL112. */
  static Optional<String> specialOf(Cidr range) {
    if (range.prefixLength() == 0) {
      return Optional.empty();
    }
    return SpecialRange.holding(range.range()).map(SpecialRange::what);
  }

  private static void report(HostView host, AnyipBoot.Line line, Findings findings) {
    Cidr range = line.prefix().orElseThrow();
    String what = specialOf(range).orElseThrow();
    String shown = AnyipService.shown(line.line());
    boolean refused =
        line.outcome() == LineOutcome.REJECTED && line.reason() == AnyipBoot.Reason.FILE_EXISTS;
    Finding.Builder finding =
        findings
            .at(
                host,
                line.line().span(),
                shown
                    + " is of "
                    + what
                    + (refused
                        ? ": the kernel has it already and says File exists, and every VIP is down"
                        : ": no client reaches such an address"))
            .label("of " + what)
            .help("write a range of the frontend or workload network")
            .subject(shown)
            .confirm(AnyipService.CONFIRM_TABLE)
            .fix(
                AnyipService.fix(
                    "take " + shown + " out",
                    Fix.Safety.UNSAFE,
                    List.of(AnyipService.removal(line.line())),
                    AnyipService.restartWithout(host, line.line())));
    if (refused) {
      finding.predicts(
          Condition.of(Condition.Kind.RANGE_REJECTED, host.name(), range.network().range()));
    }
    finding.note(AnyipService.PROPERTY_NOTE).report();
  }
}
