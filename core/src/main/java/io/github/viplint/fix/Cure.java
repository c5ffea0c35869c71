package io.github.viplint.fix;

import io.github.viplint.capture.Place;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.Severity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether edits cure findings: they are gone, and no new one as severe has come.
 *
 * @param latest what was found without them
 * @param after what is found with them
 * @param cured what they are to cure
 * @param commands what is run after them; a finding that they cure does not count, for captured
 *     routes and services are those of before
 */
record Cure(Report latest, Report after, List<Report.Entry> cured, List<String> commands) {
  /** So many findings of one rule may not be all. */
  private static final int MANY = 100;

  /** Why they don't; empty when they do. */
  String failure() {
    if (!uncured().isEmpty()) {
      return "the finding is still there with it";
    }
    return brought().stream()
        .findFirst()
        .map(now -> "with it " + now.finding().rule() + " appears: " + now.finding().message())
        .orElse("");
  }

  /** Those that are still there. */
  List<Report.Entry> uncured() {
    List<Report.Entry> left = left();
    Map<String, Integer> meant = count(cured, Severity.INFO);
    Map<Severity, Map<String, Integer>> had = new EnumMap<>(Severity.class);
    Map<Severity, Map<String, Integer>> has = new EnumMap<>(Severity.class);
    return cured.stream()
        .filter(
            entry -> {
              Severity severity = entry.finding().severity();
              String print = entry.fingerprint();
              return has.computeIfAbsent(severity, key -> count(left, key)).getOrDefault(print, 0)
                  > had.computeIfAbsent(severity, key -> count(latest.findings(), key))
                          .getOrDefault(print, 0)
                      - meant.get(print);
            })
        .toList();
  }

  /** Of others, those that are not there any more, however severe. */
  List<Report.Entry> gone(List<Report.Entry> others) {
    Map<String, Integer> meant = count(cured, Severity.INFO);
    Map<String, Integer> had = count(latest.findings(), Severity.INFO);
    Map<String, Integer> has = count(after.findings(), Severity.INFO);
    return others.stream()
        .filter(
            entry -> {
              String print = entry.fingerprint();
              return has.getOrDefault(print, 0)
                  < had.getOrDefault(print, 0) - meant.getOrDefault(print, 0);
            })
        .toList();
  }

  /** The warnings that were not there without them. */
  List<Report.Entry> broughtWarnings() {
    return leastSevere().atLeast(Severity.WARNING) ? brought(Severity.WARNING) : List.of();
  }

  /** The findings as severe as these which were not there without them. */
  List<Report.Entry> brought() {
    return brought(leastSevere());
  }

  /** The same without what comes of findings that were there and are left. */
  List<Report.Entry> broughtBesides(List<Report.Entry> left) {
    return without(left, brought());
  }

  private Severity leastSevere() {
    return cured.stream()
        .map(entry -> entry.finding().severity())
        .reduce((one, other) -> one.atLeast(other) ? other : one)
        .orElseThrow();
  }

  private List<Report.Entry> brought(Severity severity) {
    Map<String, Integer> had = count(latest.findings(), severity);
    Map<String, Integer> has = count(left(), severity);
    Set<String> meant = prints(cured);
    // one that only names the edited line by its new text is the one that was there before
    Set<List<Object>> reworded =
        latest.findings().stream()
            .filter(old -> !meant.contains(old.fingerprint()))
            .filter(
                old ->
                    has.getOrDefault(old.fingerprint(), 0) < had.getOrDefault(old.fingerprint(), 0))
            .map(Cure::where)
            .collect(Collectors.toSet());
    List<Report.Entry> come =
        left().stream()
            .filter(now -> now.finding().severity().atLeast(severity))
            .filter(now -> has.get(now.fingerprint()) > had.getOrDefault(now.fingerprint(), 0))
            .filter(now -> !reworded.contains(where(now)))
            .filter(now -> !isOfReview(now))
            .toList();
    List<Report.Entry> oneOfMany = come.stream().filter(this::isOneOfMany).toList();
    return oneOfMany.isEmpty() ? come : without(oneOfMany, come);
  }

  /** A fix that leaves a suppression without work to do is no worse for it. */
  private boolean isOfReview(Report.Entry now) {
    return after.rules().stream()
        .anyMatch(
            rule ->
                rule instanceof ReviewRule
                    && rule.info().code().equals(now.finding().rule().code()));
  }

  /** Without these and what they lead to. */
  private List<Report.Entry> without(List<Report.Entry> these, List<Report.Entry> come) {
    Set<String> known = prints(these);
    Set<String> ofThem = ledTo(after, known);
    return come.stream()
        .filter(now -> !known.contains(now.fingerprint()) && !ofThem.contains(now.id()))
        .toList();
  }

  /**
   * What the findings led to and nothing leads to any more, though it is there: to leave a line out
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
        .filter(now -> now.finding().severity().atLeast(leastSevere()))
        .toList();
  }

  /** What the findings lead to, of what is concluded from files and not seen in a log. */
  private Set<String> symptoms() {
    Set<String> ledTo = ledTo(latest, prints(cured));
    return latest.findings().stream()
        .filter(old -> ledTo.contains(old.id()) && !old.finding().predicts().isEmpty())
        .map(Report.Entry::fingerprint)
        .collect(Collectors.toSet());
  }

  /** The ids of what findings led to, without their own. */
  private static Set<String> ledTo(Report report, Set<String> fingerprints) {
    Set<String> causes =
        report.findings().stream()
            .filter(entry -> fingerprints.contains(entry.fingerprint()))
            .map(Report.Entry::id)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> ledTo = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Report.Entry entry : report.findings()) {
        if (entry.causedBy().stream().anyMatch(causes::contains) && causes.add(entry.id())) {
          more = true;
          ledTo.add(entry.id());
        }
      }
    }
    return ledTo;
  }

  /** Puts a # before a line, or deletes whole lines. */
  private static boolean leavesLinesOut(TextEdit edit) {
    return edit.newText().equals("#")
        || edit.newText().isEmpty() && edit.span().text().endsWith("\n");
  }

  /**
   * A rule that fits very often reports the first; with one of them cured, another comes to light,
   * elsewhere.
   */
  private boolean isOneOfMany(Report.Entry now) {
    String code = now.finding().rule().code();
    long had = count(latest, code);
    return had >= MANY
        && count(after, code) <= had
        && cured.stream().anyMatch(entry -> entry.finding().rule().code().equals(code))
        && cured.stream().noneMatch(entry -> where(entry).equals(where(now)));
  }

  private static Set<String> prints(List<Report.Entry> entries) {
    return entries.stream().map(Report.Entry::fingerprint).collect(Collectors.toSet());
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
