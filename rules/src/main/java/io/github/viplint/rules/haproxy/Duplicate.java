package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A name that comes again.
 *
 * @param section the later section of the two, or the one that both lines stand in
 * @param kind what has the name
 * @param refused whether haproxy refuses the file; else it warns
 * @param free a name near it that nothing has; empty where renaming would cut references
 */
record Duplicate(
    Section section, String kind, Span first, Span again, boolean refused, String free) {
  /** Sections that haproxy refuses to see twice under one name. */
  private static final Set<String> UNIQUE =
      Set.of("resolvers", "cache", "ring", "http-errors", "fcgi-app", "program", "log-forward");

  /** Sections of one name, by the release's rules. */
  static List<Duplicate> sections(HaproxyCfg file, HaproxyVersion version) {
    List<Duplicate> found = new ArrayList<>();
    boolean together = version.isAtLeast(3, 3);
    Map<String, Section> fronts = new HashMap<>();
    Map<String, Section> backs = together ? fronts : new HashMap<>();
    Map<String, Section> seen = new HashMap<>();
    for (Section section : file.sections()) {
      if (section.name().isEmpty() || section.header().isConditional()) {
        continue;
      }
      if (section.isProxy()) {
        proxy(section, fronts, backs, found);
      } else if (UNIQUE.contains(section.kind()) || section.is("userlist")) {
        Section first = seen.putIfAbsent(section.kind() + " " + section.name(), section);
        if (first != null) {
          found.add(of(section, section.kind(), first, !section.is("userlist")));
        }
      }
    }
    for (List<Definition> tables : file.references().of(Symbol.STICK_TABLE).duplicates()) {
      Definition first = tables.get(0);
      for (Definition again : tables.subList(1, tables.size())) {
        found.add(
            new Duplicate(
                again.section(), "stick-table line,", first.span(), again.span(), true, ""));
      }
    }
    if (version.isAtLeast(2, 4) && !version.isAtLeast(3, 3)) {
      ambiguous(file, found);
    }
    return found;
  }

  /** Defaults sections may share a name as long as no {@code from} behind both uses it. */
  private static void ambiguous(HaproxyCfg file, List<Duplicate> found) {
    var table = file.references().of(Symbol.DEFAULTS);
    for (Reference use : table.references()) {
      List<Definition> above =
          table.definitions(use.name()).stream()
              .filter(one -> one.span().start() < use.span().start())
              .toList();
      if (above.size() > 1) {
        String kind = "meaning of defaults section";
        found.add(new Duplicate(use.section(), kind, above.get(0).span(), use.span(), true, ""));
      }
    }
  }

  /**
   * A new frontend or listen section is looked for among those that take connections, a new backend
   * among those that pass them on (cfg_parse_listen() of haproxy's src/cfgparse-listen.c); from 3.3
   * on each among all.
   */
  private static void proxy(
      Section section,
      Map<String, Section> fronts,
      Map<String, Section> backs,
      List<Duplicate> found) {
    String name = section.name();
    Section first = (section.isFrontend() ? fronts : backs).get(name);
    if (first != null) {
      found.add(of(section, section.kind(), first, true));
    }
    if (section.isFrontend()) {
      fronts.putIfAbsent(name, section);
    }
    if (section.isBackend()) {
      backs.putIfAbsent(name, section);
    }
  }

  private static Duplicate of(Section section, String kind, Section first, boolean refused) {
    return new Duplicate(section, kind, first.nameSpan(), section.nameSpan(), refused, "");
  }

  /** Lines of one section that give one name twice. */
  static List<Duplicate> within(Section section) {
    return switch (section.kind()) {
      case "backend", "listen", "ring" -> servers(section);
      case "userlist" -> {
        List<Duplicate> found = lines(section, "user", false);
        found.addAll(lines(section, "group", false));
        yield found;
      }
      case "resolvers" -> lines(section, "nameserver", true);
      default -> List.of();
    };
  }

  private static List<Duplicate> servers(Section section) {
    List<Duplicate> found = new ArrayList<>(0);
    Map<String, Span> seen = new HashMap<>();
    for (Directive line : section.directives()) {
      if (line.isConditional() || !line.keyword().startsWith("server")) {
        continue;
      }
      for (String name : ServerNames.of(line)) {
        Span first = seen.putIfAbsent(name, line.span(1));
        if (first != null) {
          boolean plain = line.keyword().equals("server") && !line.isCooked(1);
          String free = plain ? free(section, name) : "";
          found.add(new Duplicate(section, "server", first, line.span(1), true, free));
          break;
        }
      }
    }
    return found;
  }

  private static String free(Section section, String name) {
    Set<String> names = new HashSet<>();
    section.directives().forEach(line -> names.addAll(ServerNames.of(line)));
    int number = 2;
    while (names.contains(name + "-" + number)) {
      number++;
    }
    return name + "-" + number;
  }

  private static List<Duplicate> lines(Section section, String keyword, boolean refused) {
    List<Duplicate> found = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    section
        .directives(keyword)
        .filter(line -> line.size() > 1 && !line.isConditional())
        .forEach(
            line -> {
              Span first = seen.putIfAbsent(line.word(1), line.span(1));
              if (first != null) {
                found.add(new Duplicate(section, keyword, first, line.span(1), refused, ""));
              }
            });
    return found;
  }
}
