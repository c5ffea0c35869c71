package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.KeywordSet;
import io.github.viplint.model.haproxy.Section;
import java.util.List;

/** The lines that use the section's own stick-table because they name no other. */
final class OwnTable {
  private static final KeywordSet TRACKING =
      KeywordSet.of("stick", "http-request", "http-response", "tcp-request");

  private OwnTable() {}

  /** Those of a proxy that has no table. */
  static List<Directive> missedBy(Section section) {
    return section.isProxy() && mayNeedOwn(section) && !section.has("stick-table")
        ? section.directives().stream().filter(OwnTable::needsOwn).toList()
        : List.of();
  }

  private static boolean mayNeedOwn(Section section) {
    return section.mayHaveAny(TRACKING);
  }

  private static boolean needsOwn(Directive line) {
    boolean uses =
        switch (line.keyword()) {
          case "stick" -> true;
          case "http-request", "http-response" -> tracks(line, 1);
          case "tcp-request" -> tracks(line, 2);
          default -> false;
        };
    return uses && !line.hasArgument("table");
  }

  private static boolean tracks(Directive line, int word) {
    return line.size() > word && line.word(word).startsWith("track-sc");
  }
}
