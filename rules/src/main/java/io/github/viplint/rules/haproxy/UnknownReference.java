package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.List;
import java.util.Optional;

/** VL506: a name is used that nothing in the file defines. */
final class UnknownReference implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL506",
        "unknown-reference",
        Severity.ERROR,
        "an ACL, userlist, resolvers, peers, cache or other name is used and not defined");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    SimilarName similar = new SimilarName();
    ReferenceUse use = new ReferenceUse(file, version);
    for (UndefinedName name : UndefinedName.of(file, use, version)) {
      report(host, name, similar, findings);
    }
    for (Section section : file.sections()) {
      for (Directive line : OwnTable.missedBy(section)) {
        if (use.looksUp(section, line, 0, false)) {
          report(host, section, line, findings);
        }
      }
    }
  }

  private static void report(HostView host, Section section, Directive line, Findings findings) {
    findings
        .at(
            host,
            line.span(),
            "this "
                + section.kind()
                + " has no stick-table, and the line names no other: haproxy"
                + " refuses the file")
        .label("uses the table of its own section")
        .help("add a stick-table line, or name a table")
        .subject(section.toString())
        .confirm(ConfigFix.CHECK)
        .fix(ConfigFix.byHand("add a stick-table line, or name a table"))
        .report();
  }

  private static void report(
      HostView host, UndefinedName name, SimilarName similar, Findings findings) {
    Reference reference = name.reference();
    String kind = SymbolName.of(reference.symbol());
    String shown = reference.span().shown();
    boolean ring = reference.symbol() == Symbol.RING;
    Optional<Definition> below = name.definedBelow();
    Finding.Builder finding =
        findings
            .at(
                host,
                reference.span(),
                (below.isPresent()
                        ? kind + " " + shown + " is defined below its use"
                        : "there is no " + kind + " " + shown)
                    + (ring
                        ? ": haproxy -c says nothing, and haproxy does not start"
                        : ": haproxy refuses the file"))
            .label(below.isPresent() ? "known only from its definition on" : "not defined")
            .subject(reference.section().toString())
            .subject(reference.name())
            .confirm(ConfigFix.CHECK);
    if (ring) {
      finding.severity(Severity.WARNING);
    }
    below.ifPresent(definition -> finding.related(definition.span(), "defined here"));
    finding.fix(fix(name, kind, similar)).report();
  }

  private static Fix fix(UndefinedName name, String kind, SimilarName similar) {
    Reference reference = name.reference();
    if (name.definedBelow().isPresent()) {
      return ConfigFix.byHand("define it above its first use");
    }
    if (reference.symbol() == Symbol.ACL && reference.name().startsWith("{")) {
      return GluedBrace.fix(reference);
    }
    List<String> names = name.table().definitions().stream().map(Definition::name).toList();
    return similar
        .to(reference.name(), names)
        .map(
            meant ->
                ConfigFix.of(
                    reference.section(),
                    "write " + meant + ", the nearest name",
                    Fix.Safety.UNSAFE,
                    List.of(ConfigFix.part(reference, meant))))
        .orElseGet(() -> ConfigFix.byHand("define the " + kind + ", or name another one"));
  }
}
