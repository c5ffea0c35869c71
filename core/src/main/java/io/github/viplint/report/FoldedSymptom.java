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
  private static final int LONGEST = 72;

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
        Visible.line(shortened(finding.message())), CaptureIndex.line(finding.span()), rest);
  }

  /** Of a long message what stands before its colon: the rest says what comes of it. */
  private static String shortened(String message) {
    int colon = message.indexOf(": ");
    return message.length() > LONGEST && colon > 0 ? message.substring(0, colon) : message;
  }

  String row(int width) {
    return (Columns.padded(what, width) + "  " + place + (rest.isEmpty() ? "" : "  " + rest));
  }

  /** {@code 3 times, first Aug 04 14:05:25, last Aug 04 14:05:26}. */
  static String times(Occurrences seen) {
    StringBuilder text = new StringBuilder(Count.of(seen.count(), "time"));
    seen.first().ifPresent(time -> text.append(", first ").append(Visible.line(time.text())));
    seen.last().ifPresent(time -> text.append(", last ").append(Visible.line(time.text())));
    return text.toString();
  }
}
