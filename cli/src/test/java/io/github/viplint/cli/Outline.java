package io.github.viplint.cli;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a report stays the same when the same session comes another way.
 *
 * @param findings each with the line of the clean session that it points at, the words it marks,
 *     and what it is caused by; sorted
 * @param unread lines of the clean session that were not understood
 * @param asks it says what else to capture
 */
record Outline(List<String> findings, List<Integer> unread, boolean asks) {
  static Outline of(Report report, PastedText text) {
    Map<String, String> byId = new HashMap<>();
    for (Report.Entry entry : report.findings()) {
      byId.put(entry.id(), told(entry.finding(), text));
    }
    List<String> findings = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      TreeSet<String> causes = new TreeSet<>();
      entry.causedBy().forEach(id -> causes.add(byId.get(id)));
      findings.add(byId.get(entry.id()) + (causes.isEmpty() ? "" : " by " + causes));
    }
    List<Integer> unread = new ArrayList<>();
    report.accounts().forEach(account -> unread.addAll(account.strays()));
    report
        .problems()
        .forEach(problem -> problem.place().ifPresent(place -> unread.add(place.startLine())));
    return new Outline(
        findings.stream().sorted().toList(),
        unread.stream().map(text::originOf).filter(origin -> origin > 0).sorted().toList(),
        !report.wanted().isEmpty());
  }

  /** The rule, severity and subjects of each error and warning. */
  Set<String> faults() {
    return findings.stream()
        .filter(finding -> !finding.contains(" INFO "))
        .map(finding -> finding.replaceFirst("\\] \\d+ `.*", "]"))
        .collect(Collectors.toSet());
  }

  private static String told(Finding finding, PastedText text) {
    Span span = finding.span();
    String marked =
        span.capture().text().substring(span.start(), span.end()).replaceAll("\\s+", "");
    return "%s %s %s %d `%s`"
        .formatted(
            finding.rule().code(),
            finding.severity(),
            finding.subjects(),
            text.originOf(span.place().startLine()),
            marked);
  }
}
