package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.List;

/** VL504: a name is given twice where haproxy takes it once. */
final class DuplicateName implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL504",
        "duplicate-name",
        Severity.ERROR,
        "two proxies, servers, userlists or other things have one name");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    JudgedSections judged = JudgedSections.of(file);
    for (Duplicate duplicate : Duplicate.sections(file, version)) {
      report(host, duplicate, findings);
    }
    for (Duplicate duplicate : DuplicateIds.of(file, judged)) {
      report(host, duplicate, findings);
    }
    for (Section section : file.sections()) {
      if (judged.contains(section)) {
        for (Duplicate duplicate : Duplicate.within(section)) {
          report(host, duplicate, findings);
        }
      }
    }
  }

  private static void report(HostView host, Duplicate duplicate, Findings findings) {
    Span again = duplicate.again();
    Finding.Builder finding =
        findings
            .at(
                host,
                again,
                "a second "
                    + duplicate.kind()
                    + " "
                    + again.shown()
                    + (duplicate.refused()
                        ? ": haproxy refuses the file"
                        : ": haproxy ignores it and goes by the first"))
            .label("the same name again")
            .related(duplicate.first(), "first here")
            .help("give each a name of its own, or take one out")
            .subject(duplicate.section().toString())
            .subject(duplicate.kind())
            .subject(again.text())
            .confirm(ConfigFix.CHECK);
    if (!duplicate.refused()) {
      finding.severity(Severity.WARNING);
    }
    finding.fix(fix(duplicate)).report();
  }

  /** A server's name means something to statistics and logs only; others are referred to. */
  private static Fix fix(Duplicate duplicate) {
    return duplicate.free().isEmpty()
        ? ConfigFix.byHand("give each a name of its own, or take one out")
        : ConfigFix.of(
            duplicate.section(),
            "call it " + duplicate.free(),
            Fix.Safety.UNSAFE,
            List.of(new TextEdit(duplicate.again(), duplicate.free())));
  }
}
