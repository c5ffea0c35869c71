package io.github.viplint.report;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Suppressed;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import io.github.viplint.lint.Suppression.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a finding that is not reported. */
public record SuppressedRow(Suppressed one) {

  /** {@code VL103 10.0.0.0/24 overlaps 10.0.0.16/28}. */
  String what() {
    return one.finding().rule().code() + " " + one.finding().message();
  }

  String place() {
    return CaptureIndex.line(one.finding().span());
  }

  /** {@code .viplint.yaml:7: they share it until the move}. */
  String why() {
    Suppression by = one.by();
    return CaptureIndex.line(by.span())
        + (by.reason().isEmpty() ? "" : ": " + Visible.line(by.reason()));
  }

  /** {@code 3 findings are suppressed (1 error): 2 by .viplint.yaml, 1 by comments in files}. */
  public static Optional<String> summary(Report report) {
    List<Suppressed> all = report.suppressed();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    all.forEach(one -> counts.merge(one.by().kind(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count + " by " + origin(kind, all)));
    return Optional.of(
        Count.of(all.size(), "finding")
            + (all.size() == 1 ? " is" : " are")
            + " suppressed"
            + errors(all)
            + ": "
            + String.join(", ", parts));
  }

  /** {@code (2 errors)}, for what must not be overlooked. */
  static String errors(List<Suppressed> all) {
    long errors = all.stream().filter(one -> one.finding().severity() == Severity.ERROR).count();
    return errors == 0 ? "" : " (" + Count.of(errors, "error") + ")";
  }

  private static String origin(Kind kind, List<Suppressed> all) {
    if (kind == Kind.INLINE) {
      return "comments in files";
    }
    return all.stream()
        .filter(one -> one.by().kind() == kind)
        .findFirst()
        .map(one -> Visible.line(one.by().span().place().file()))
        .orElse("");
  }
}
