package io.github.viplint.rules.haproxy;

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
import io.github.viplint.rules.haproxy.keyword.NearestWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** VL501: a line should begin a section, and begins none that haproxy knows. */
final class UnknownSection implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL501",
        "unknown-section",
        Severity.ERROR,
        "a section that this release of haproxy does not know");
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
          if (fault.kind() == WordFault.Kind.UNKNOWN_SECTION) {
            report(host, fault, version, findings);
          }
        });
  }

  private static void report(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    String word = fault.word();
    Finding.Builder finding =
        WordReport.at(
                host,
                fault.section(),
                fault.span(),
                "haproxy " + version + " knows no section '" + word + "': it refuses the file",
                findings)
            .label("no section of haproxy " + version)
            .subject(word);
    List<HaproxyVersion> releases =
        fault.keyword().map(Keyword::releases).orElse(List.of()).stream()
            .filter(release -> release.compareTo(version) > 0)
            .toList();
    Optional<String> meant = meant(word, version);
    if (!releases.isEmpty()) {
      finding.help("this section is known from haproxy " + releases.get(0) + " on");
    } else if (meant.isPresent()) {
      finding
          .help("write " + meant.get())
          .fix(
              ConfigFix.of(
                  fault.section(),
                  "write " + meant.get(),
                  Fix.Safety.UNSAFE,
                  List.of(ConfigFix.word(fault.line(), fault.index(), meant.get()))));
    } else {
      finding.help("begin a section first: global, defaults, frontend, backend or listen");
    }
    finding.report();
  }

  private static Optional<String> meant(String word, HaproxyVersion version) {
    Keywords keywords = Keywords.all();
    String lower = word.toLowerCase(Locale.ROOT);
    return keywords.sections().contains(lower)
        ? Optional.of(lower)
        : NearestWord.of(keywords, "section", word, version).map(NearestWord::word);
  }
}
