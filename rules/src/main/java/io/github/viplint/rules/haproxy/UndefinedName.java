package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.CharCursor;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.ReferenceTable;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that is used and not defined where haproxy looks it up.
 *
 * @param table what is defined of this kind
 */
record UndefinedName(Reference reference, ReferenceTable table) {
  private static final Set<Symbol> GLOBAL =
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

  /** Those of a file, but for the backends that VL503 looks for. */
  static List<UndefinedName> of(HaproxyCfg file, ReferenceUse use, HaproxyVersion version) {
    List<UndefinedName> found = new ArrayList<>();
    for (Symbol symbol : GLOBAL) {
      add(file.references().of(symbol), use, found);
    }
    CharCursor brackets = new CharCursor('(');
    for (Section section : file.sections()) {
      for (Symbol symbol : LOCAL) {
        if (References.mayUse(symbol, section)) {
          add(References.of(symbol, section), use, found);
        }
      }
      for (Reference acl : PredefinedAcls.missed(section, version)) {
        if (use.looksUp(acl, true)) {
          found.add(new UndefinedName(acl, References.of(Symbol.ACL, section)));
        }
      }
      for (ServerPath path : ServerPath.of(section, brackets)) {
        path.undefined(file).stream()
            .filter(part -> use.looksUp(section, part.directive(), part.word(), false))
            .forEach(
                part -> found.add(new UndefinedName(part, file.references().of(part.symbol()))));
      }
    }
    return found;
  }

  private static void add(ReferenceTable table, ReferenceUse use, List<UndefinedName> found) {
    @Nullable Directive last = null;
    for (Reference reference : table.references()) {
      boolean acl = reference.symbol() == Symbol.ACL;
      UndefinedName name = new UndefinedName(reference, table);
      // At the first ACL that it does not know haproxy gives the line up.
      boolean given = acl && reference.directive() == last;
      if (!given && !name.isDefined() && use.looksUp(reference, isLookedUpAtOnce(reference))) {
        found.add(name);
        last = reference.directive();
      }
    }
  }

  /** When the line is read, so that it counts in a disabled section too. */
  private static boolean isLookedUpAtOnce(Reference reference) {
    return reference.symbol() == Symbol.ACL || reference.symbol() == Symbol.DEFAULTS;
  }

  private boolean isDefined() {
    return switch (reference.symbol()) {
      case ACL -> table.isDefined(reference.name()) && definedBelow().isEmpty();
      case SERVER ->
          table.isDefined(reference.name())
              || reference
                  .section()
                  .directives("server-template")
                  .anyMatch(line -> ServerNames.of(line).contains(reference.name()));
      default -> table.isDefined(reference.name());
    };
  }

  /** Where an ACL is defined that the line uses too early. */
  Optional<Definition> definedBelow() {
    return reference.symbol() == Symbol.ACL
        ? table.definitions(reference.name()).stream().findFirst().filter(this::isBelow)
        : Optional.empty();
  }

  private boolean isBelow(Definition definition) {
    return definition.directive().capture() == reference.directive().capture()
        && definition.span().start() > reference.directive().span().start();
  }
}
