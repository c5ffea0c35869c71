package io.github.viplint.cli;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What of a report stays the same when the same session comes another way.
 *
 * @param findings each with the line of the clean session that it points at, the words it marks,
 *     and what it is caused by; sorted
 * @param unread lines of the clean session that were not understood
 */
record Outline(List<String> findings, List<Integer> unread) {
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
        unread.stream().map(text::originOf).filter(origin -> origin > 0).sorted().toList());
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
