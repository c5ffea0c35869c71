package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** VL111: the last line of anyip-routes.cfg has no newline, so the service never reads it. */
final class AnyipLastLineUnread implements Rule {
  /** {@code root@haproxy [ ~ ]# } and {@code user@host:~$ }, with or without a command behind. */
  private static final Pattern PROMPT = Pattern.compile("^\\S+@[^#$]+[#$](?: |$)");

  private static final int LONGEST_PROMPT = 200;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL111",
        "anyip-last-line-unread",
        Severity.ERROR,
        "the last VIP range has no newline behind it, so the service never reads it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class)
          .filter(file -> file.capture().isWhole() && !file.lines().isEmpty())
          .map(file -> file.lines().get(file.lines().size() - 1))
          .filter(line -> line.type() == AnyipRoutes.Type.ENTRY)
          .filter(line -> !line.isTemplate())
          .filter(
              line ->
                  line.span().capture().isExact()
                      ? !line.terminated()
                      : isGluedToAPrompt(line.span()))
          .ifPresent(line -> report(host, line, findings));
    }
  }

  /**
   * Whether a prompt follows on the same line of the paste, as it does when a file ends without a
   * newline. The end of a paste tells nothing.
   */
  private static boolean isGluedToAPrompt(Span line) {
    Source source = line.capture().source();
    int end = line.capture().sourceEnd(line);
    int lineEnd = Math.min(source.lineEnd(source.lineOf(end)), end + LONGEST_PROMPT);
    return end < lineEnd && PROMPT.matcher(source.text().substring(end, lineEnd)).find();
  }

  private static void report(HostView host, AnyipRoutes.Line line, Findings findings) {
    String text = AnyipService.shown(line);
    boolean exact = line.span().capture().isExact();
    Finding.Builder finding =
        findings
            .at(
                host,
                line.span(),
                text
                    + " has no newline behind it: the service never reads it, and its VIPs are down")
            .confidence(exact ? Confidence.HIGH : Confidence.MEDIUM)
            .label(exact ? "the file ends here" : "the prompt follows on the same line")
            .help("end the last line with a newline")
            .note("the service reads with `while read`, which drops a last line without newline")
            .note("its status is success and its log says nothing, so nothing else shows this")
            .subject(text)
            .confirm(AnyipService.CONFIRM_TABLE)
            .fix(fix(line, exact));
    line.range()
        .ifPresent(
            range ->
                finding.predicts(
                    Condition.of(Condition.Kind.RANGE_UNREAD, host.name(), range.range())));
    finding.report();
  }

  private static Fix fix(AnyipRoutes.Line line, boolean exact) {
    if (exact) {
      int end = line.span().end();
      Span behind = line.span().capture().span(end, end);
      return Fix.of(
          "add the newline",
          Fix.Safety.SAFE,
          List.of(new TextEdit(behind, "\n")),
          AnyipService.RESTART);
    }
    List<String> commands = new ArrayList<>(List.of("echo >> /etc/vmware/anyip-routes.cfg"));
    commands.addAll(AnyipService.RESTART);
    return Fix.of("add the newline", Fix.Safety.MANUAL, List.of(), commands);
  }
}
