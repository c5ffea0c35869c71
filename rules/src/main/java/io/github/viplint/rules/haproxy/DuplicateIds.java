package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.LineOptions;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers that lines give to proxies, and to the servers of one proxy. */
final class DuplicateIds {
  private final Map<String, Span> proxies = new HashMap<>();
  private final List<Duplicate> found = new ArrayList<>();

  private DuplicateIds() {}

  static List<Duplicate> of(HaproxyCfg file, JudgedSections judged) {
    DuplicateIds ids = new DuplicateIds();
    for (Section section : file.sections()) {
      if (section.isProxy() && judged.contains(section)) {
        ids.section(section);
      }
    }
    return ids.found;
  }

  private void section(Section section) {
    Map<String, Span> servers = new HashMap<>(0);
    for (Directive line : section.directives()) {
      if (line.isConditional()) {
        continue;
      }
      if (line.keyword().equals("id") && line.size() > 1) {
        add(section, line, 1, proxies);
      } else if (line.keyword().equals("server")) {
        OptionalInt at = new LineOptions(line, 3).index("id");
        if (at.isPresent() && at.getAsInt() + 1 < line.size()) {
          add(section, line, at.getAsInt() + 1, servers);
        }
      }
    }
  }

  private void add(Section section, Directive line, int word, Map<String, Span> seen) {
    if (!line.holdsVariable(word)) {
      Span first = seen.putIfAbsent(line.word(word), line.span(word));
      if (first != null) {
        found.add(new Duplicate(section, "id", first, line.span(word), true, ""));
      }
    }
  }
}
