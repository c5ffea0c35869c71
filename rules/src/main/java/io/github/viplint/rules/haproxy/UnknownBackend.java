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
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.ReferenceTable;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** VL503: connections are sent to a backend that there is not, or back to where they came from. */
final class UnknownBackend implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL503",
        "unknown-backend",
        Severity.ERROR,
        "use_backend or default_backend names a backend that is not defined");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    ReferenceTable backends = file.references().of(Symbol.BACKEND);
    ReferenceTable frontends = file.references().of(Symbol.FRONTEND);
    List<Reference> suspects =
        backends.references().stream()
            .filter(reference -> isLoop(reference) || !backends.isDefined(reference.name()))
            .toList();
    if (suspects.isEmpty()) {
      return;
    }
    JudgedSections judged = JudgedSections.of(file);
    Set<Directive> defaults = defaultBackends(file);
    Glue glue = Glue.of(file);
    SimilarName similar = new SimilarName();
    List<String> names = backends.definitions().stream().map(Definition::name).toList();
    for (Reference reference : suspects) {
      boolean loop = isLoop(reference);
      if (!isWay(reference, defaults)
          || !judged.contains(reference.section())
          || !loop && isPutOff(reference)
          || !glue.isOwn(reference.directive(), reference.word())) {
        continue;
      }
      Finding.Builder finding = begin(host, reference, loop, findings);
      for (Definition frontend : frontends.definitions(reference.name())) {
        if (frontend.section().is("frontend")) {
          finding.related(frontend.span(), "a frontend, which takes no connections from others");
        }
      }
      Optional<String> meant = loop ? Optional.empty() : similar.to(reference.name(), names);
      meant.ifPresent(name -> finding.help("write " + name + ", the nearest name"));
      finding.fix(fix(reference, meant)).report();
    }
  }

  private static boolean isLoop(Reference reference) {
    Section section = reference.section();
    return section.isBackend() && reference.name().equals(section.name());
  }

  private static boolean isWay(Reference reference, Set<Directive> defaults) {
    return reference.word() == 1
        && (reference.directive().keyword().equals("use_backend")
            || defaults.contains(reference.directive()));
  }

  private static boolean isPutOff(Reference reference) {
    return reference.directive().isConditional();
  }

  /** The lines that count: of several haproxy takes the last, and a backend inherits none. */
  private static Set<Directive> defaultBackends(HaproxyCfg file) {
    Set<Directive> lines = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Proxy proxy : file.proxies()) {
      Proxy own = proxy.isFront() ? proxy : new Proxy(proxy.section(), List.of());
      Optional<Directive> last = own.last("default_backend");
      if (last.isPresent()) {
        lines.add(last.get());
      }
    }
    return lines;
  }

  private static Finding.Builder begin(
      HostView host, Reference reference, boolean loop, Findings findings) {
    String shown = reference.span().shown();
    return findings
        .at(
            host,
            reference.span(),
            loop
                ? shown + " sends connections to itself: haproxy refuses the file"
                : "there is no backend " + shown + ": haproxy refuses the file")
        .label(loop ? "the section that this line stands in" : "not defined in this file")
        .help("name a backend or listen section of this file")
        .subject(reference.section().toString())
        .subject(reference.name())
        .confirm(ConfigFix.CHECK);
  }

  private static Fix fix(Reference reference, Optional<String> meant) {
    return meant
        .map(
            name ->
                ConfigFix.of(
                    reference.section(),
                    "write " + name,
                    Fix.Safety.UNSAFE,
                    List.of(ConfigFix.part(reference, name))))
        .orElseGet(() -> ConfigFix.byHand("define the backend, or name another one"));
  }
}
