package io.github.viplint.fix;

import io.github.viplint.capture.Place;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether edits cure a finding: it is gone, and no new one at its severity or above has come.
 *
 * @param latest what was found without them
 * @param after what is found with them
 * @param commands what is run after them; a finding that they cure does not count, for captured
 *     routes and services are those of before
 */
record Cure(Report latest, Report after, Report.Entry cured, List<String> commands) {
  /** So many findings of one rule may not be all. */
  private static final int MANY = 100;

  /** Why they don't; empty when they do. */
  String failure() {
    Severity severity = cured.finding().severity();
    if (isStillThere()) {
      return "the finding is still there with it";
    }
    return brought(severity).stream()
        .findFirst()
        .map(now -> "with it " + now.finding().rule() + " appears: " + now.finding().message())
        .orElse("");
  }

  private boolean isStillThere() {
    Severity severity = cured.finding().severity();
    return count(left(), severity).getOrDefault(cured.fingerprint(), 0)
        >= count(latest.findings(), severity).getOrDefault(cured.fingerprint(), 0);
  }

  /** The warnings that were not there without them. */
  List<Report.Entry> broughtWarnings() {
    return cured.finding().severity().atLeast(Severity.WARNING)
        ? brought(Severity.WARNING)
        : List.of();
  }

  /** The findings as severe as that which were not there without them. */
  List<Report.Entry> brought(Severity severity) {
    Map<String, Integer> had = count(latest.findings(), severity);
    Map<String, Integer> has = count(left(), severity);
    // one that only names the edited line by its new text is the one that was there before
    Set<List<Object>> reworded =
        latest.findings().stream()
            .filter(old -> !old.fingerprint().equals(cured.fingerprint()))
            .filter(
                old ->
                    has.getOrDefault(old.fingerprint(), 0) < had.getOrDefault(old.fingerprint(), 0))
            .map(Cure::where)
            .collect(Collectors.toSet());
    return left().stream()
        .filter(now -> now.finding().severity().atLeast(severity))
        .filter(now -> has.get(now.fingerprint()) > had.getOrDefault(now.fingerprint(), 0))
        .filter(now -> !reworded.contains(where(now)))
        .filter(now -> !isOneOfMany(now))
        .toList();
  }

  /**
   * What the finding led to and nothing leads to any more, though it is there: to leave a line out
   * does not give what the line was meant for.
   *
   * @param fix whose edits were made
   */
  List<Report.Entry> lost(Fix fix) {
    if (fix.edits().isEmpty() || !fix.edits().stream().allMatch(Cure::leavesLinesOut)) {
      return List.of();
    }
    Set<String> symptoms = symptoms();
    return left().stream()
        .filter(now -> symptoms.contains(now.fingerprint()) && now.causedBy().isEmpty())
        .filter(now -> now.finding().severity().atLeast(cured.finding().severity()))
        .toList();
  }

  /** What the finding leads to, of what is concluded from files and not seen in a log. */
  private Set<String> symptoms() {
    Set<String> causes =
        latest.findings().stream()
            .filter(old -> old.fingerprint().equals(cured.fingerprint()))
            .map(Report.Entry::id)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> symptoms = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Report.Entry old : latest.findings()) {
        if (old.causedBy().stream().anyMatch(causes::contains) && causes.add(old.id())) {
          more = true;
          if (!old.finding().predicts().isEmpty()) {
            symptoms.add(old.fingerprint());
          }
        }
      }
    }
    return symptoms;
  }

  /** Puts a # before a line, or deletes whole lines. */
  private static boolean leavesLinesOut(TextEdit edit) {
    return edit.newText().equals("#")
        || edit.newText().isEmpty() && edit.span().text().endsWith("\n");
  }

  /**
   * A rule that fits very often reports the first; with one of them cured, another comes to light.
   */
  private boolean isOneOfMany(Report.Entry now) {
    String code = now.finding().rule().code();
    long had = count(latest, code);
    return code.equals(cured.finding().rule().code()) && had >= MANY && count(after, code) <= had;
  }

  private static long count(Report report, String code) {
    return report.findings().stream()
        .filter(entry -> entry.finding().rule().code().equals(code))
        .count();
  }

  /** What is found with them, but for what the commands cure. */
  private List<Report.Entry> left() {
    return after.findings().stream().filter(now -> !isCuredBy(commands, now.finding())).toList();
  }

  /**
   * Whether commands alone cure a finding and are all among these, or it is of a range that goes.
   */
  static boolean isCuredBy(List<String> commands, Finding finding) {
    boolean goes =
        finding.subjects().stream()
            .anyMatch(range -> commands.contains("ip route del table local " + range + " dev lo"));
    return goes
        || finding.fixes().stream()
            .limit(1)
            .anyMatch(
                fix ->
                    fix.entire()
                        && fix.edits().isEmpty()
                        && !fix.commands().isEmpty()
                        && commands.containsAll(fix.commands()));
  }

  private static Map<String, Integer> count(List<Report.Entry> findings, Severity severity) {
    Map<String, Integer> count = new HashMap<>();
    for (Report.Entry entry : findings) {
      if (entry.finding().severity().atLeast(severity)) {
        count.merge(entry.fingerprint(), 1, Integer::sum);
      }
    }
    return count;
  }

  private static List<Object> where(Report.Entry entry) {
    Place place = entry.finding().span().place();
    return List.of(entry.finding().rule().code(), place.file(), place.startLine());
  }
}
