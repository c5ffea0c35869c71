package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves the edits of fixes. A fix is proven when, with it applied, the finding is gone and no new
 * one as severe has come. It is applied together with the proven fixes of the findings before it,
 * so that one finding's cure is not blamed for the next line's fault.
 */
public final class Proof {
  /** Every proof is a run of its own, so a hopeless file is not proven to the last line. */
  private static final int MOST_RUNS = 64;

  /** So many lines are linted again for all proofs together; more would take minutes. */
  private static final long MOST_LINES = 300_000;

  /** A longer line counts for more than one. */
  private static final int LINE = 50;

  private final Report report;
  private final Run run;
  private final Map<String, Cured> labs = new HashMap<>();
  private int runsLeft = MOST_RUNS;
  private long linesLeft = MOST_LINES;

  /** A lab with the edits that are proven so far, and what is found in it with them. */
  private static final class Cured {
    private final long lines;
    private final List<TextEdit> proven = new ArrayList<>();
    private Report latest;

    Cured(Report report, String lab) {
      this.latest =
          report.withFindings(
              report.findings().stream().filter(entry -> entry.lab().equals(lab)).toList());
      this.lines = lines(report, lab);
    }

    private static long lines(Report report, String lab) {
      return report.captures().stream()
          .filter(one -> one.lab().equals(lab))
          .mapToLong(one -> Math.max(one.coverage().total(), one.capture().text().length() / LINE))
          .sum();
    }

    boolean has(Fix fix) {
      return proven.containsAll(fix.edits());
    }

    boolean overlaps(Fix fix) {
      return fix.edits().stream()
          .anyMatch(
              edit ->
                  proven.stream()
                      .anyMatch(
                          other ->
                              other.span().capture() == edit.span().capture()
                                  && other.span().start() <= edit.span().end()
                                  && edit.span().start() <= other.span().end()));
    }

    void keep(Tried tried) {
      if (!has(tried.fix())) {
        proven.addAll(tried.fix().edits());
        latest = tried.after();
      }
    }
  }

  /** Reads and lints those labs again that have an edited capture. */
  @FunctionalInterface
  public interface Run {
    Report with(Map<Capture, Capture> edited);
  }

  private Proof(Report report, Run run) {
    this.report = report;
    this.run = run;
  }

  /** The report with every fix that could be proven marked so. */
  public static Report prove(Report report, Run run) {
    return new Proof(report, run).all();
  }

  private Report all() {
    List<Report.Entry> entries = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      Cured lab = labs.computeIfAbsent(entry.lab(), name -> new Cured(report, name));
      List<Fix> fixes = new ArrayList<>();
      // fixes of one finding are a choice: each is tried alone, and the first that works is kept
      Optional<Tried> kept = Optional.empty();
      for (Fix fix : finding.fixes()) {
        Optional<Tried> works = fix.edits().isEmpty() ? Optional.empty() : tried(lab, entry, fix);
        kept = kept.or(() -> works);
        fixes.add(works.isPresent() ? fix.asProven() : fix);
      }
      kept.ifPresent(lab::keep);
      entries.add(
          new Report.Entry(
              entry.id(),
              entry.lab(),
              finding.withFixes(fixes),
              entry.causedBy(),
              entry.fingerprint()));
    }
    return report.withFindings(entries);
  }

  /** A fix that works, and what is found with it. */
  private record Tried(Fix fix, Report after) {}

  private Optional<Tried> tried(Cured lab, Report.Entry entry, Fix fix) {
    if (lab.has(fix)) {
      return Optional.of(new Tried(fix, lab.latest));
    }
    if (lab.overlaps(fix) || runsLeft == 0 || linesLeft <= 0) {
      return Optional.empty();
    }
    runsLeft--;
    linesLeft -= lab.lines;
    List<TextEdit> edits = new ArrayList<>(lab.proven);
    edits.addAll(fix.edits());
    Report after = run.with(apply(edits));
    return helps(lab.latest, after, entry) ? Optional.of(new Tried(fix, after)) : Optional.empty();
  }

  private static Map<Capture, Capture> apply(List<TextEdit> edits) {
    Map<Capture, List<TextEdit>> byCapture = new IdentityHashMap<>();
    for (TextEdit edit : edits) {
      byCapture.computeIfAbsent(edit.span().capture(), key -> new ArrayList<>()).add(edit);
    }
    Map<Capture, Capture> edited = new IdentityHashMap<>();
    byCapture.forEach((capture, own) -> edited.put(capture, capture.edited(own)));
    return edited;
  }

  private static Map<String, Integer> count(Report report, Severity severity) {
    Map<String, Integer> count = new HashMap<>();
    for (Report.Entry entry : report.findings()) {
      if (entry.finding().severity().atLeast(severity)) {
        count.merge(entry.fingerprint(), 1, Integer::sum);
      }
    }
    return count;
  }

  private static boolean helps(Report latest, Report after, Report.Entry cured) {
    Severity severity = cured.finding().severity();
    Map<String, Integer> had = count(latest, severity);
    Map<String, Integer> has = count(after, severity);
    if (has.getOrDefault(cured.fingerprint(), 0) >= had.getOrDefault(cured.fingerprint(), 0)) {
      return false;
    }
    // one that only names the edited line by its new text is the one that was there before
    Set<List<Object>> reworded =
        latest.findings().stream()
            .filter(old -> !old.fingerprint().equals(cured.fingerprint()))
            .filter(
                old ->
                    has.getOrDefault(old.fingerprint(), 0) < had.getOrDefault(old.fingerprint(), 0))
            .map(Proof::where)
            .collect(Collectors.toSet());
    return after.findings().stream()
        .filter(now -> now.finding().severity().atLeast(severity))
        .filter(now -> has.get(now.fingerprint()) > had.getOrDefault(now.fingerprint(), 0))
        .allMatch(now -> reworded.contains(where(now)));
  }

  private static List<Object> where(Report.Entry entry) {
    Place place = entry.finding().span().place();
    return List.of(entry.finding().rule().code(), place.file(), place.startLine());
  }
}
