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
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.rules.encoding.ByteOrderMark;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.LineOutcome;
import java.util.ArrayList;
import java.util.List;

/** VL102: a line of anyip-routes.cfg that iproute2 can't parse. */
final class AnyipUnparsableLine implements Rule {
  private static final Fix WITHOUT_MARK =
      ByteOrderMark.removed("/etc/vmware/anyip-routes.cfg", AnyipService.RESTART);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL102",
        "anyip-unparsable-line",
        Severity.ERROR,
        "a line of anyip-routes.cfg is no prefix: iproute2 refuses it, and every VIP is down");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class).ifPresent(file -> templates(host, file, findings));
      host.anyipBoot().ifPresent(boot -> check(host, boot, findings));
    }
  }

  /** What is yet to be filled in can't be judged, and must not pass for clean either. */
  private static void templates(HostView host, AnyipRoutes file, Findings findings) {
    file.entries().stream()
        .filter(AnyipRoutes.Line::isTemplate)
        .limit(AnyipService.MOST_FINDINGS)
        .forEach(
            line ->
                findings
                    .at(
                        host,
                        line.span(),
                        "a placeholder stands here: the line was not judged, for what it will hold"
                            + " is not known")
                    .severity(Severity.INFO)
                    .label("not filled in")
                    .help("lint the file that comes of the template")
                    .subject(AnyipService.shown(line))
                    .report());
  }

  private static void check(HostView host, AnyipBoot boot, Findings findings) {
    List<AnyipBoot.Line> withCr = new ArrayList<>();
    List<AnyipBoot.Line> others = new ArrayList<>();
    boot.lines().stream()
        .filter(AnyipUnparsableLine::isUnparsable)
        .forEach(line -> (line.line().text().endsWith("\r") ? withCr : others).add(line));
    for (int i = 0; i < Math.min(others.size(), AnyipService.MOST_FINDINGS); i++) {
      Finding.Builder finding = finding(host, others.get(i), findings);
      if (i == AnyipService.MOST_FINDINGS - 1 && i + 1 < others.size()) {
        finding.note(AnyipService.more(others.size() - i - 1));
      }
      mend(others.get(i).line()).forEach(finding::fix);
      finding.report();
    }
    if (!withCr.isEmpty()) {
      lineEnds(host, withCr, findings);
    }
  }

  private static boolean isUnparsable(AnyipBoot.Line line) {
    return line.prefix().isEmpty()
        && line.outcome() != LineOutcome.IGNORED
        && line.outcome() != LineOutcome.EXISTS;
  }

  private static Finding.Builder finding(HostView host, AnyipBoot.Line line, Findings findings) {
    boolean ends = line.outcome() == LineOutcome.REJECTED;
    String text = line.line().text();
    String shown = AnyipService.shown(line.line());
    Finding.Builder finding =
        findings
            .at(
                host,
                line.line().span(),
                (shown.isEmpty() ? "this line" : shown)
                    + noPrefix(text)
                    + (ends
                        ? ": ip refuses it, and every VIP is down"
                        : ": ip will refuse it as soon as it is read"))
            .label(UnparsableForm.of(text).fault())
            .help("write one range to a line, ADDRESS/LENGTH, and nothing else on it")
            .subject(shown)
            .confirm(AnyipService.CONFIRM_STATUS)
            .confirm(AnyipService.CONFIRM_TABLE);
    if (ends) {
      finding.predicts(Condition.everything(Condition.Kind.RANGE_REJECTED, host.name()));
    }
    return finding;
  }

  private static String noPrefix(String text) {
    if (text.startsWith(UnparsableForm.MARK)) {
      return " and the byte order mark before it are no prefix";
    }
    String unseen = text.endsWith("\r") ? "CR" : text.equals(text.stripTrailing()) ? "" : "blank";
    return unseen.isEmpty() ? " is no prefix" : " and the " + unseen + " behind it are no prefix";
  }

  /** An editor that ends lines with CR LF does so to all: one finding, one fix. */
  private static void lineEnds(HostView host, List<AnyipBoot.Line> lines, Findings findings) {
    Finding.Builder finding = finding(host, lines.get(0), findings);
    lines.stream()
        .skip(1)
        .limit(8)
        .forEach(line -> finding.related(line.line().span(), "a CR ends this line too"));
    finding
        .note("a CR before the newline comes of an editor that writes Windows line ends")
        .fix(
            AnyipService.fix(
                "take the CR away",
                Fix.Safety.SAFE,
                lines.stream()
                    .map(line -> AnyipService.replacement(line.line(), line.line().text().strip()))
                    .toList(),
                AnyipService.RESTART))
        .report();
  }

  private static List<Fix> mend(AnyipRoutes.Line line) {
    if (line.text().startsWith(UnparsableForm.MARK)) {
      return List.of(WITHOUT_MARK);
    }
    return UnparsableForm.of(line.text())
        .mended()
        // what is masked must not come back in a fix
        .filter(text -> line.span().shown().equals(line.text()))
        .map(
            text ->
                List.of(
                    AnyipService.fix(
                        "write " + text.replace("\n", " and "),
                        Fix.Safety.SAFE,
                        List.of(AnyipService.replacement(line, text)),
                        AnyipService.RESTART)))
        .orElseGet(
            () ->
                List.of(
                    Fix.of(
                        "write a prefix, or take the line out",
                        Fix.Safety.MANUAL,
                        List.of(),
                        AnyipService.RESTART),
                    AnyipService.leftOut(line)));
  }
}
