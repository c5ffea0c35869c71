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
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.Standing;
import java.util.List;

/** VL518: a directive in a section that haproxy does not take it in. */
final class NotAllowedHere implements ConfigRule {
  private static final List<String> PROXIES = List.of("defaults", "frontend", "listen", "backend");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL518",
        "not-allowed-here",
        Severity.ERROR,
        "a directive in a kind of section that does not take it");
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
            case NOT_HERE -> refused(host, fault, version, findings);
            case IGNORED_HERE -> ignored(host, fault, version, findings);
            default -> {}
          }
        });
  }

  private static void refused(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    boolean named =
        fault.keyword().filter(known -> known.in(version) == Standing.NAMED_ONLY).isPresent();
    String message =
        named
            ? "'" + fault.phrase() + "' may stand in a defaults section only if it has a name"
            : "'" + fault.phrase() + "' may not stand in a " + fault.section().kind() + " section";
    report(host, fault, message + ": haproxy refuses the file", version, findings)
        .label("not allowed here")
        .report();
  }

  private static void ignored(
      HostView host, WordFault fault, HaproxyVersion version, Findings findings) {
    report(
            host,
            fault,
            "'"
                + fault.phrase()
                + "' does nothing in a "
                + fault.section().kind()
                + " section: haproxy ignores it with a warning",
            version,
            findings)
        .severity(Severity.WARNING)
        .label("no effect here")
        .report();
  }

  private static Finding.Builder report(
      HostView host, WordFault fault, String message, HaproxyVersion version, Findings findings) {
    List<String> takers = takers(fault, version);
    String help =
        takers.isEmpty()
            ? "take the line out"
            : "move it to a section that takes it: " + String.join(", ", takers);
    Finding.Builder finding =
        WordReport.at(host, fault.section(), fault.line().span(), message, findings)
            .subject(fault.phrase())
            .help(help);
    if (fault.kind() == WordFault.Kind.IGNORED_HERE) {
      return finding.fix(
          ConfigFix.of(
              fault.section(),
              "take the line out",
              Fix.Safety.UNSAFE,
              List.of(ConfigFix.without(fault.line()))));
    }
    ConfigFix.byHandOrLeftOut(fault.section(), fault.line().span(), help).forEach(finding::fix);
    return finding;
  }

  /** The kinds of sections in which the word has its effect. */
  private static List<String> takers(WordFault fault, HaproxyVersion version) {
    Keywords keywords = Keywords.all();
    String behind =
        fault.place().contains(" ") ? fault.place().substring(fault.place().indexOf(' ')) : "";
    if (behind.isEmpty()) {
      return keywords.sections().stream()
          .filter(kind -> takes(keywords, kind, fault.word(), version))
          .toList();
    }
    return PROXIES.stream()
        .filter(kind -> takes(keywords, kind + behind, fault.word(), version))
        .toList();
  }

  private static boolean takes(
      Keywords keywords, String place, String word, HaproxyVersion version) {
    return keywords
        .find(place, word)
        .map(keyword -> keyword.in(version))
        .filter(standing -> standing == Standing.TAKEN || standing == Standing.NAMED_ONLY)
        .isPresent();
  }
}
