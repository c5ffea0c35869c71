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
import io.github.viplint.model.Cidr;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** VL113: ranges of anyip-routes.cfg that are never added, for a line before them fails. */
final class AnyipLinesLost implements Rule {
  /** A longer list helps nobody; the lines stand in the file, one behind the other. */
  private static final int MOST_NAMED = 8;

  private static final int MOST_SHOWN = 1000;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL113",
        "anyip-lines-lost",
        Severity.ERROR,
        "VIP ranges are never added, because a line before them fails");
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
                  boot.rejected()
                      .ifPresent(
                          failing -> {
                            List<AnyipBoot.Line> lost = boot.lines(LineOutcome.NOT_REACHED);
                            if (!lost.isEmpty()) {
                              report(host, failing, lost, findings);
                            }
                          }));
    }
  }

  private static void report(
      HostView host, AnyipBoot.Line failing, List<AnyipBoot.Line> lost, Findings findings) {
    String shown = AnyipService.shown(failing.line());
    String cause = shown.isEmpty() ? "a line of blanks" : shown;
    Finding.Builder finding =
        findings
            .at(
                host,
                lost.get(0).line().span(),
                named(lost)
                    + (lost.size() == 1 ? " is" : " are")
                    + " never added: the service ends at "
                    + cause
                    + ", and these VIPs are down")
            .label("never reached")
            .help("mend " + cause + " first")
            .note(why(cause, failing))
            .note("ranges before it are taken away again when the service has failed")
            .related(failing.line().span(), "the service ends here")
            .confirm(AnyipService.CONFIRM_STATUS)
            .confirm(AnyipService.CONFIRM_TABLE);
    lost.stream()
        .skip(1)
        .limit(MOST_NAMED)
        .forEach(line -> finding.related(line.line().span(), "never reached either"));
    lost.stream()
        .limit(MOST_SHOWN)
        .forEach(
            line -> {
              finding.subject(AnyipService.shown(line.line()));
              line.prefix()
                  .map(Cidr::range)
                  .ifPresent(
                      range ->
                          finding.predicts(
                              Condition.of(Condition.Kind.RANGE_NOT_REACHED, host.name(), range)));
            });
    if (lost.stream().limit(MOST_SHOWN).allMatch(line -> line.prefix().isEmpty())) {
      finding.predicts(Condition.everything(Condition.Kind.LINES_NOT_REACHED, host.name()));
    }
    finding.report();
  }

  private static String why(String cause, AnyipBoot.Line failing) {
    return switch (failing.reason()) {
      case HOST_BITS -> "host bits are set in " + cause + ", so the kernel refuses it";
      case FILE_EXISTS -> cause + " is refused: " + failing.message();
      case UNPARSABLE, NONE -> cause + " is no prefix, so ip refuses it";
    };
  }

  private static String named(List<AnyipBoot.Line> lost) {
    String named =
        lost.stream()
            .limit(MOST_NAMED)
            .map(line -> AnyipService.shown(line.line()))
            .collect(Collectors.joining(", "));
    return lost.size() > MOST_NAMED
        ? named + " and " + (lost.size() - MOST_NAMED) + " more"
        : named;
  }
}
