package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.AclCondition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ACLs that later releases define themselves and this one does not: 2.2 knows no {@code
 * HTTP_2.0}, 2.6 no {@code HTTP_3.0}. Releases between those that were asked are given the benefit
 * of the doubt.
 */
final class PredefinedAcls {
  private PredefinedAcls() {}

  /** Where the conditions of a section ask for one that is not there yet. */
  static List<Reference> missed(Section section, HaproxyVersion version) {
    if (version.isAtLeast(2, 7) || !AclCondition.mayBeIn(section)) {
      return List.of();
    }
    Set<String> later =
        version.isAtLeast(2, 3) ? Set.of("HTTP_3.0") : Set.of("HTTP_2.0", "HTTP_3.0");
    List<Reference> missed = new ArrayList<>();
    for (Directive line : section.directives()) {
      AclCondition.of(line)
          .ifPresent(
              condition -> {
                for (AclCondition.Term term : condition.terms()) {
                  String word = line.word(term.word());
                  String name = word.substring(term.from());
                  if (!term.anonymous()
                      && later.contains(name)
                      && !References.of(Symbol.ACL, section).isDefined(name)) {
                    missed.add(
                        new Reference(
                            Symbol.ACL,
                            name,
                            section,
                            line,
                            term.word(),
                            term.from(),
                            word.length(),
                            false));
                  }
                }
              });
    }
    return missed;
  }
}
