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
import io.github.viplint.model.haproxy.ReferenceTable;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** VL506: a name is used that nothing in the file defines. */
final class UnknownReference implements ConfigRule {
  private static final Set<Symbol> JUDGED =
      EnumSet.of(
          Symbol.BACKEND,
          Symbol.FRONTEND,
          Symbol.DEFAULTS,
          Symbol.STICK_TABLE,
          Symbol.USERLIST,
          Symbol.PEERS,
          Symbol.RESOLVERS,
          Symbol.MAILERS,
          Symbol.CACHE,
          Symbol.RING,
          Symbol.HTTP_ERRORS,
          Symbol.FCGI_APP);

  /** Known in their own section only. */
  private static final Set<Symbol> LOCAL =
      EnumSet.of(Symbol.ACL, Symbol.SERVER, Symbol.USER, Symbol.GROUP);

  /** Looked up when the line is read, so that it counts in a disabled section too. */
  private static boolean isLookedUpAtOnce(Symbol symbol) {
    return symbol == Symbol.ACL || symbol == Symbol.DEFAULTS;
  }

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
    ReferenceUse use = new ReferenceUse(file, version);
    for (Symbol symbol : JUDGED) {
      check(host, symbol, file.references().of(symbol), use, findings);
    }
    for (Section section : file.sections()) {
      for (Symbol symbol : LOCAL) {
        check(host, symbol, References.of(symbol, section), use, findings);
      }
      OwnTable.missedBy(section)
          .filter(line -> use.looksUp(section, line, 0, false))
          .forEach(line -> report(host, section, line, findings));
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

  private static void check(
      HostView host, Symbol symbol, ReferenceTable table, ReferenceUse use, Findings findings) {
    @Nullable Directive last = null;
    for (Reference reference : table.references()) {
      // At the first ACL that it does not know haproxy gives the line up.
      if (symbol == Symbol.ACL && reference.directive() == last) {
        continue;
      }
      boolean late =
          symbol == Symbol.ACL
              && table.isDefined(reference.name())
              && !isAbove(table.definitions(reference.name()).get(0), reference);
      if ((late || !table.isDefined(reference.name()))
          && use.looksUp(reference, isLookedUpAtOnce(symbol))) {
        report(host, reference, table, late, findings);
        last = reference.directive();
      }
    }
  }

  private static boolean isAbove(Definition definition, Reference reference) {
    return definition.directive().capture() != reference.directive().capture()
        || definition.span().start() < reference.directive().span().start();
  }

  private static void report(
      HostView host, Reference reference, ReferenceTable table, boolean late, Findings findings) {
    String kind = SymbolName.of(reference.symbol());
    String shown = reference.span().shown();
    boolean ring = reference.symbol() == Symbol.RING;
    Finding.Builder finding =
        findings
            .at(
                host,
                reference.span(),
                (late
                        ? kind + " " + shown + " is defined below its use"
                        : "there is no " + kind + " " + shown)
                    + (ring
                        ? ": haproxy -c says nothing, and haproxy does not start"
                        : ": haproxy refuses the file"))
            .label(late ? "known only from its definition on" : "not defined")
            .subject(reference.section().toString())
            .subject(reference.name())
            .confirm(ConfigFix.CHECK);
    if (ring) {
      finding.severity(Severity.WARNING);
    }
    if (late) {
      finding
          .related(table.definitions(reference.name()).get(0).span(), "defined here")
          .help("define it above its first use")
          .fix(ConfigFix.byHand("define " + shown + " above its first use"))
          .report();
    } else if (reference.symbol() == Symbol.ACL && reference.name().startsWith("{")) {
      finding
          .help("put a blank behind the brace: it is a word of its own")
          .fix(GluedBrace.fix(reference))
          .report();
    } else {
      finding.fix(fix(reference, table, kind)).report();
    }
  }

  private static Fix fix(Reference reference, ReferenceTable table, String kind) {
    List<String> names = table.definitions().stream().map(Definition::name).toList();
    Optional<String> meant = SimilarName.of(reference.name(), names);
    Section section = reference.section();
    return meant
        .map(
            name ->
                ConfigFix.of(
                    section,
                    "write " + name + ", the nearest name",
                    Fix.Safety.UNSAFE,
                    List.of(ConfigFix.part(reference, name))))
        .orElseGet(() -> ConfigFix.byHand("define the " + kind + ", or name another one"));
  }
}
