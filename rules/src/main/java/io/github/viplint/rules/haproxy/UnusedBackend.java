package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.CharCursor;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VL507: nothing leads to a backend. */
final class UnusedBackend implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL507", "unused-backend", Severity.INFO, "a backend is defined and nothing leads to it");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    List<Definition> unused = file.references().of(Symbol.BACKEND).unused();
    if (unused.isEmpty() || isChosenElsewhere(file)) {
      return;
    }
    Set<String> mentioned = mentioned(file);
    JudgedSections judged = JudgedSections.of(file);
    for (Definition backend : unused) {
      if (backend.section().is("backend")
          && judged.contains(backend.section())
          && !mentioned.contains(backend.name())
          && !file.references().of(Symbol.STICK_TABLE).isReferred(backend.name())) {
        findings
            .at(
                host,
                backend.span(),
                "no frontend leads to backend " + backend.span().shown() + ": it serves nobody")
            .label("defined, never used")
            .help("name it in a use_backend or default_backend line, or take it out")
            .subject(backend.section().toString())
            .fix(ConfigFix.byHand("name it in a frontend, or take it out"))
            .report();
      }
    }
  }

  /** An SPOE agent's own configuration may name backends. */
  private static boolean isChosenElsewhere(HaproxyCfg file) {
    return file.sections().stream()
        .filter(section -> section.mayHave("filter"))
        .flatMap(section -> section.directives("filter"))
        .anyMatch(filter -> Proxy.begins(filter, "filter", "spoe"));
  }

  /** Names before a slash, as in {@code track web/one}, and those on glued lines. */
  private static Set<String> mentioned(HaproxyCfg file) {
    Set<String> names = new HashSet<>();
    Glue glue = Glue.of(file);
    CharCursor slashes = new CharCursor('/');
    for (Section section : file.sections()) {
      if (!section.isProxy()) {
        continue;
      }
      names.addAll(glue.lost(section));
      for (Directive line : section.directives()) {
        for (int i = slashes.isOn(line) ? 2 : line.size(); i < line.size(); i++) {
          String word = line.word(i);
          int slash = word.indexOf('/');
          if (slash > 0) {
            names.add(word.substring(word.lastIndexOf('(', slash) + 1, slash));
          }
        }
      }
    }
    return names;
  }
}
