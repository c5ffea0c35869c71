package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a section on which a further directive begins: VL513 takes them, and other rules say
 * nothing about the words from there on.
 */
final class Glue {
  private final Set<String> acls;

  Glue(Section section) {
    this.acls =
        section.mayHave("acl")
            ? section
                .directives("acl")
                .filter(acl -> acl.size() > 1)
                .map(acl -> acl.word(1))
                .collect(Collectors.toSet())
            : Set.of();
  }

  /** The words of the line at which further directives begin. */
  List<Integer> starts(Directive line) {
    return line.size() < GluedDirectives.FEWEST_WORDS
        ? List.of()
        : new GluedDirectives(line, acls).starts();
  }

  /** Whether a word belongs to the directive that the line begins with. */
  boolean isOwn(Directive line, int word) {
    List<Integer> starts = starts(line);
    return starts.isEmpty() || word < starts.get(0);
  }

  /** What the lines would name if their breaks were not lost. */
  Set<String> lost(Section section) {
    Set<String> words = new HashSet<>();
    for (Directive line : section.directives()) {
      List<Integer> starts = starts(line);
      if (!starts.isEmpty()) {
        words.addAll(line.arguments().subList(starts.get(0) - 1, line.size() - 1));
      }
    }
    return words;
  }
}
