package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
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
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.LastKnownGood;
import io.github.viplint.model.haproxy.Directive;
import java.util.List;
import java.util.stream.Stream;

/** VL514: haproxy.cfg is not what haproxy took last. Comments and blanks don't count. */
final class DiffersFromLastKnownGood implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL514",
        "differs-from-last-known-good",
        Severity.WARNING,
        "haproxy.cfg differs from haproxy.cfg.lkg: the last reload failed or is pending");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).whole(CaptureKind.HAPROXY_CFG, CaptureKind.HAPROXY_CFG_LKG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(HaproxyCfg.class)
          .ifPresent(
              now ->
                  host.fact(LastKnownGood.class)
                      .ifPresent(good -> check(host, now, good.cfg(), findings)));
    }
  }

  private static void check(HostView host, HaproxyCfg now, HaproxyCfg good, Findings findings) {
    List<Directive> mine = lines(now);
    List<Directive> others = lines(good);
    int same = 0;
    int shorter = Math.min(mine.size(), others.size());
    while (same < shorter && equal(mine.get(same), others.get(same))) {
      same++;
    }
    if (same == mine.size() && same == others.size() || mine.isEmpty()) {
      return;
    }
    int more = mine.size() - others.size();
    Directive first = mine.get(Math.min(same, mine.size() - 1));
    Finding.Builder finding =
        findings
            .at(
                host,
                first.span(),
                "haproxy.cfg differs from haproxy.cfg.lkg"
                    + (more == 0
                        ? ""
                        : " and has " + Math.abs(more) + (more > 0 ? " more" : " fewer") + " lines")
                    + ": haproxy runs with the old one, because the last reload failed or is"
                    + " pending")
            .label(same < mine.size() ? "differs from here on" : "ends here")
            .help("ask haproxy what it has against haproxy.cfg")
            .subject("haproxy.cfg")
            .confirm("cmp /etc/haproxy/haproxy.cfg /etc/haproxy/haproxy.cfg.lkg")
            .fix(
                Fix.of(
                    "find out why the reload failed, and reload",
                    Fix.Safety.MANUAL,
                    List.of(),
                    List.of(
                        "diff /etc/haproxy/haproxy.cfg.lkg /etc/haproxy/haproxy.cfg",
                        ConfigFix.CHECK,
                        "systemctl reload haproxy")));
    if (same < others.size()) {
      finding.related(others.get(same).span(), "what haproxy took last says this");
    }
    // Two files of one archive were taken at once; two pastes may be of different days.
    if (!now.capture().isExact() || !good.capture().isExact()) {
      finding.confidence(Confidence.MEDIUM);
    }
    finding.report();
  }

  private static List<Directive> lines(HaproxyCfg cfg) {
    return cfg.sections().stream()
        .flatMap(
            section -> Stream.concat(Stream.of(section.header()), section.directives().stream()))
        .toList();
  }

  private static boolean equal(Directive one, Directive other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = one.word(i).equals(other.word(i));
    }
    return same;
  }
}
