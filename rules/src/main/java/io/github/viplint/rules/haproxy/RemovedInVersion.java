package io.github.viplint.rules.haproxy;

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
import io.github.viplint.rules.haproxy.keyword.Keyword;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.Successor;
import java.util.List;
import java.util.Optional;

/** VL519: a directive that earlier releases of haproxy took. */
final class RemovedInVersion implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL519",
        "removed-in-version",
        Severity.ERROR,
        "a directive that this release of haproxy takes no more");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    WordScan.of(
        file,
        version,
        fault -> {
          switch (fault.kind()) {
            case GONE -> gone(host, fault, version, findings);
            case DEPRECATED -> deprecated(host, fault, version, findings);
            default -> {}
          }
        });
  }

  private static void gone(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    Optional<Successor> successor = Keywords.all().successor(fault.phrase());
    List<HaproxyVersion> releases = fault.keyword().map(Keyword::releases).orElse(List.of());
    String last =
        releases.isEmpty()
            ? successor.map(known -> " since " + known.since()).orElse("")
            : " (" + releases.get(releases.size() - 1) + " did)";
    Finding.Builder finding =
        WordReport.at(
                host,
                fault.section(),
                fault.span(),
                "haproxy "
                    + version
                    + " takes '"
                    + fault.phrase()
                    + "' no more"
                    + last
                    + ": it refuses the file",
                findings)
            .label("gone in haproxy " + version)
            .subject(fault.phrase());
    mend(finding, fault, successor).report();
  }

  private static void deprecated(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    Finding.Builder finding =
        WordReport.at(
                host,
                fault.section(),
                fault.span(),
                "'"
                    + fault.phrase()
                    + "' is on its way out: haproxy "
                    + version
                    + " warns of it, and a later release refuses it",
                findings)
            .severity(Severity.WARNING)
            .label("deprecated")
            .subject(fault.phrase());
    mend(finding, fault, Keywords.all().successor(fault.phrase())).report();
  }

  private static Finding.Builder mend(
      Finding.Builder finding, WordFault fault, Optional<Successor> successor) {
    if (successor.isEmpty()) {
      return finding.help("take it out").fix(ConfigFix.byHand("take it out"));
    }
    String instead = successor.get().instead();
    finding.help(successor.get().help());
    if (!successor.get().exact() || fault.index() > 1) {
      return finding.fix(ConfigFix.byHand(successor.get().help()));
    }
    int first = fault.index();
    return finding.fix(
        ConfigFix.of(
            fault.section(),
            "write " + instead,
            Fix.Safety.SAFE,
            List.of(
                new TextEdit(
                    fault
                        .line()
                        .capture()
                        .span(fault.line().span(0).start(), fault.line().span(first).end()),
                    instead))));
  }
}
