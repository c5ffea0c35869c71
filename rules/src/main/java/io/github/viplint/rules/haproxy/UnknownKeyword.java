package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.rules.haproxy.keyword.Keyword;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.NearestWord;
import java.util.List;
import java.util.Optional;

/** VL502: a keyword that this release of haproxy does not know in its place. */
final class UnknownKeyword implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL502",
        "unknown-keyword",
        Severity.ERROR,
        "a keyword that this release of haproxy does not know in its place");
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
          if (fault.kind() == WordFault.Kind.UNKNOWN_WORD && !isOfAnotherText(fault)) {
            report(host, fault, version, findings);
          }
        });
  }

  /** In a paste the list of ranges may follow at once, without a word between. */
  private static boolean isOfAnotherText(WordFault fault) {
    return !fault.span().capture().isExact() && AddressText.cidr(fault.word()).isPresent();
  }

  private static void report(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    Finding.Builder finding =
        WordReport.at(
                host,
                fault.section(),
                fault.span(),
                "haproxy " + version + " knows no " + fault.called() + ": it refuses the file",
                findings)
            .label("not known to haproxy " + version)
            .subject(fault.phrase());
    List<HaproxyVersion> releases = fault.keyword().map(Keyword::releases).orElse(List.of());
    Optional<NearestWord> nearest =
        NearestWord.of(Keywords.all(), fault.place(), fault.word(), version);
    if (!releases.isEmpty()) {
      finding.help(
          "it is known from haproxy "
              + releases.get(0)
              + " on; take the line out, or say --haproxy "
              + releases.get(0)
              + " if that is what runs");
    } else if (nearest.isPresent()) {
      finding.help("write " + nearest.get().word());
    } else {
      finding.help("take it out, or look whether a line was broken or lost here");
    }
    nearest
        .filter(near -> near.distance() == 1 && releases.isEmpty())
        .ifPresent(near -> finding.fix(fix(fault, near.word())));
    finding.report();
  }

  private static Fix fix(WordFault fault, String word) {
    return ConfigFix.of(
        fault.section(),
        "write " + word,
        Fix.Safety.UNSAFE,
        List.of(ConfigFix.word(fault.line(), fault.index(), word)));
  }
}
