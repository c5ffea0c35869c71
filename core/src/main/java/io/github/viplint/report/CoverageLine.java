package io.github.viplint.report;

import io.github.viplint.capture.Coverage;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was found and what was looked at, in one line. */
final class CoverageLine {
  private static final Pattern SEPARATOR = Pattern.compile(", ");
  private static final int MOST_REASONS = 4;

  private final Report report;
  private final Set<String> run = new HashSet<>();
  private final Set<String> skipped = new HashSet<>();

  CoverageLine(Report report) {
    this.report = report;
    report.results().stream()
        .filter(result -> result.outcome() != Outcome.SKIPPED)
        .forEach(result -> run.add(result.rule().code()));
    report.results().stream()
        .filter(result -> result.outcome() == Outcome.SKIPPED)
        .map(result -> result.rule().code())
        .filter(code -> !run.contains(code))
        .forEach(skipped::add);
    // said by themselves: it is no lack of input
    report.results().stream()
        .filter(report::isOff)
        .map(result -> result.rule().code())
        .forEach(skipped::remove);
  }

  /**
   * {@code 2 causes, 3 symptoms. 4 captures, 47 lines: 46 understood, 1 not (viplint inputs). 31
   * rules run, 14 skipped: no ip-rule, …}
   */
  String text() {
    String text = found() + " " + lookedAt();
    return text.endsWith("…") ? text : text + ".";
  }

  private String found() {
    long causes = report.roots().size();
    long infos = report.count(Severity.INFO);
    long symptoms = report.findings().size() - causes - infos;
    int suppressed = report.suppressed().size();
    String hidden = suppressed + " suppressed" + SuppressedRow.errors(report.suppressed());
    if (causes == 0 && symptoms == 0 && infos > 0) {
      return "No "
          + (suppressed > 0 ? "further " : "")
          + "error or warning in what was checked, "
          + Count.of(infos, "info")
          + (suppressed > 0 ? ", " + hidden : "")
          + ".";
    }
    List<String> parts = new ArrayList<>();
    if (causes > 0) {
      parts.add(Count.of(causes, "cause"));
    }
    if (symptoms > 0) {
      parts.add(Count.of(symptoms, "symptom"));
    }
    if (infos > 0) {
      parts.add(Count.of(infos, "info"));
    }
    if (parts.isEmpty()) {
      return suppressed > 0 ? "Nothing else found, " + hidden + "." : nothing();
    }
    return String.join(", ", parts) + (suppressed > 0 ? ", " + hidden : "") + ".";
  }

  /** Nothing found says nothing of what was not looked at. */
  private String nothing() {
    if (report.captures().isEmpty()) {
      return "Nothing was checked: nothing was recognised.";
    }
    if (run.isEmpty()) {
      return "Nothing was checked: no rule had what it needs.";
    }
    boolean all = skipped.isEmpty() && report.problems().isEmpty();
    return all && report.coverage().problems() == 0
        ? "Nothing found."
        : "Nothing found in what was checked.";
  }

  private String lookedAt() {
    Coverage lines = report.coverage();
    StringBuilder text = new StringBuilder();
    text.append(Count.of(report.captures().size(), "capture"));
    text.append(", ").append(Count.of(lines.total(), "line"));
    if (lines.total() > 0) {
      text.append(": ").append(lines.understood()).append(" understood");
      if (lines.scanned() > 0) {
        text.append(", ").append(lines.scanned()).append(" scanned");
      }
      if (lines.problems() > 0) {
        text.append(", ").append(lines.problems()).append(" not (viplint inputs)");
      }
    }
    if (report.unrecognised() > 0) {
      text.append("; ").append(Count.of(report.unrecognised(), "input")).append(" not recognised");
    }
    text.append(". ").append(Count.of(run.size(), "rule")).append(" run");
    if (!report.ruleErrors().isEmpty()) {
      text.append(", ").append(report.ruleErrors().size()).append(" broke");
    }
    if (report.off() > 0) {
      text.append(", ").append(report.off()).append(" switched off");
    }
    if (!skipped.isEmpty()) {
      text.append(", ").append(skipped.size()).append(" skipped: ").append(reasons());
    }
    return text.toString();
  }

  /** Why rules were skipped, what holds up most of them first. */
  private String reasons() {
    Map<String, Set<String>> together = new LinkedHashMap<>();
    for (RuleResult result : report.results()) {
      if (skipped.contains(result.rule().code())) {
        together.computeIfAbsent(result.reason(), key -> new HashSet<>()).add(result.rule().code());
      }
    }
    Map<String, Set<String>> rules = new LinkedHashMap<>();
    together.forEach(
        (reasons, codes) -> {
          for (String reason : SEPARATOR.split(reasons)) {
            rules.computeIfAbsent(reason, key -> new HashSet<>()).addAll(codes);
          }
        });
    Map<String, Integer> most = new HashMap<>();
    rules.forEach((reason, codes) -> most.put(reason, codes.size()));
    List<String> reasons =
        rules.keySet().stream()
            .sorted(
                Comparator.comparing((String reason) -> -most.get(reason))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return String.join(", ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())))
        + (reasons.size() > MOST_REASONS ? ", …" : "");
  }
}
