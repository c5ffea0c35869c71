package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a file on which a further directive begins: VL513 takes them, and other rules say
 * nothing about the words from there on.
 */
final class Glue {
  /** Few lines are glued, if any. */
  private final Map<Directive, List<Integer>> starts = new IdentityHashMap<>();

  static Glue of(HaproxyCfg file) {
    return file.derived(Glue.class, Glue::new);
  }

  private Glue(HaproxyCfg file) {
    for (Section section : file.sections()) {
      Set<String> acls = acls(section);
      add(section.header(), acls);
      for (Directive line : section.directives()) {
        add(line, acls);
      }
    }
  }

  private static Set<String> acls(Section section) {
    if (!section.mayHave("acl")) {
      return Set.of();
    }
    return section
        .directives("acl")
        .filter(acl -> acl.size() > 1)
        .map(acl -> acl.word(1))
        .collect(Collectors.toSet());
  }

  private void add(Directive line, Set<String> acls) {
    if (line.size() >= GluedDirectives.FEWEST_WORDS) {
      List<Integer> found = new GluedDirectives(line, acls).starts();
      if (!found.isEmpty()) {
        starts.put(line, found);
      }
    }
  }

  /** The words of the line at which further directives begin. */
  List<Integer> starts(Directive line) {
    return starts.isEmpty() ? List.of() : starts.getOrDefault(line, List.of());
  }

  /** Whether a word belongs to the directive that the line begins with. */
  boolean isOwn(Directive line, int word) {
    List<Integer> found = starts(line);
    return found.isEmpty() || word < found.get(0);
  }

  /** What the lines of a section would name if their breaks were not lost. */
  Set<String> lost(Section section) {
    if (starts.isEmpty()) {
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    for (Directive line : section.directives()) {
      List<Integer> found = starts(line);
      if (!found.isEmpty()) {
        words.addAll(line.arguments().subList(found.get(0) - 1, line.size() - 1));
      }
    }
    return words;
  }
}
