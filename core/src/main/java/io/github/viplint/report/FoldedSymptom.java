package io.github.viplint.report;

import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Occurrences;

/**
 * A symptom as its cause names it: what, where, and what confirms it.
 *
 * @param rest empty when nothing confirms it and it was seen once
 */
record FoldedSymptom(String what, String place, String rest) {

  static FoldedSymptom of(Finding finding) {
    String confirmed =
        finding.evidence().stream()
            .filter(evidence -> evidence.says() == Evidence.Says.CONFIRMS)
            .findFirst()
            .map(evidence -> "confirmed by " + CaptureIndex.line(evidence.span()))
            .orElse("");
    String times =
        finding.occurrences().filter(seen -> seen.count() > 1).map(FoldedSymptom::times).orElse("");
    String rest =
        times.isEmpty() || confirmed.isEmpty() ? times + confirmed : times + ", " + confirmed;
    return new FoldedSymptom(
        Visible.line(finding.message()), CaptureIndex.line(finding.span()), rest);
  }

  String row(int width) {
    return (Columns.padded(what, width) + "  " + place + (rest.isEmpty() ? "" : "  " + rest));
  }

  /** {@code 3 times, first Aug 04 14:05:25, last Aug 04 14:05:26}. */
  static String times(Occurrences seen) {
    StringBuilder text = new StringBuilder(Count.of(seen.count(), "time"));
    seen.first().ifPresent(time -> text.append(", first ").append(Visible.line(time)));
    seen.last().ifPresent(time -> text.append(", last ").append(Visible.line(time)));
    return text.toString();
  }
}
