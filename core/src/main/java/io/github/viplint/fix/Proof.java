package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import io.github.viplint.lint.Survey.LabHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves fixes. A fix is proven when, with its edits applied, the finding is gone, no new one as
 * severe has come, and its commands do the rest on a re-enacted appliance. It is applied together
 * with the proven fixes of the findings before it, and where that does not do, of all others, so
 * that one finding's cure is not blamed for the next line's fault.
 */
public final class Proof {
  /** A hopeless file is not proven to the last line. */
  private static final int MOST_RUNS = 128;

  /** So many lines are linted again for all proofs together; more would take minutes. */
  private static final long MOST_LINES = 300_000;

  private final Trial before;
  private final Report report;
  private final Run run;
  private final Rehearsal rehearsal;
  private final Effort effort = new Effort(MOST_RUNS, MOST_LINES);

  /** The fixes of a finding as they turned out, by its id. */
  private final Map<String, List<Fix>> fixes = new HashMap<>();

  /** What the fixes of a finding were tried on, by its id. */
  private final Map<String, Mended> triedOn = new HashMap<>();

  /** The ids of findings whose first fix was proven together with others. */
  private final Set<String> together = new HashSet<>();

  /** Reads and lints those labs again that have an edited capture. */
  @FunctionalInterface
  public interface Run {
    Trial with(Map<Capture, Capture> edited);
  }

  /**
   * What came of a run.
   *
   * @param hosts of the labs that were looked at
   * @param edited what was looked at in place of captures, by what was captured
   */
  public record Trial(Report report, List<LabHost> hosts, Map<Capture, Capture> edited) {
    Optional<HostView> host(String lab, String name) {
      return hosts.stream()
          .filter(host -> host.lab().equals(lab) && host.view().name().equals(name))
          .map(LabHost::view)
          .findFirst();
    }
  }

  private Proof(Trial before, Run run) {
    this.before = before;
    this.report = before.report();
    this.run = run;
    this.rehearsal = new Rehearsal(before, run, effort);
  }

  /**
   * The report with every fix that could be proven marked so, and the reason with the others that
   * have edits.
   *
   * @param before what was found, with the hosts that it was found on
   */
  public static Report prove(Trial before, Run run) {
    return new Proof(before, run).all();
  }

  private Report all() {
    Map<String, List<Entry>> labs = new LinkedHashMap<>();
    for (Entry entry : report.findings()) {
      labs.computeIfAbsent(entry.lab(), name -> new ArrayList<>()).add(entry);
    }
    labs.forEach(this::prove);
    return report.withFindings(
        report.findings().stream().map(entry -> entry.withFixes(fixes.get(entry.id()))).toList());
  }

  private void prove(String name, List<Entry> entries) {
    Mended lab = Mended.captured(before, run, effort, name);
    List<Candidate> firsts = entries.stream().flatMap(entry -> first(entry).stream()).toList();
    for (List<Candidate> some : Together.inTurn(firsts)) {
      lab = settled(lab, some);
    }
    for (Entry entry : entries) {
      if (first(entry).isEmpty() || together.contains(entry.id())) {
        // what else there is to choose from
        chosen(triedOn.getOrDefault(entry.id(), lab), entry);
      } else if (triedOn.get(entry.id()) != lab
          && fixes.get(entry.id()).stream().noneMatch(Fix::proven)) {
        // once more, with all that works
        lab = chosen(lab, entry);
      }
    }
  }

  private static Optional<Candidate> first(Entry entry) {
    return entry.finding().fixes().stream()
        .filter(fix -> !fix.edits().isEmpty())
        .findFirst()
        .map(fix -> new Candidate(entry, fix));
  }

  /** The lab with those fixes of some findings that work, tried together while there are many. */
  private Mended settled(Mended lab, List<Candidate> some) {
    Mended now = lab;
    if (!Together.isWorthIt(some) || !lab.affords(Together.runs(some.size()))) {
      for (Candidate one : some) {
        now = chosen(now, one.entry());
      }
      return now;
    }
    Together.Verdict verdict;
    try {
      verdict = new Together(lab).of(some);
    } catch (OutOfMemoryError e) {
      effort.endForMemory();
      return settled(lab, some);
    }
    if (verdict.after().isPresent()) {
      for (Candidate one : some) {
        together.add(one.entry().id());
        triedOn.put(one.entry().id(), lab);
      }
      return lab.and(some, verdict.after().get());
    }
    for (List<Candidate> part : verdict.parts()) {
      now = settled(now, part);
    }
    return now;
  }

  /**
   * The lab with the first fix of a finding that works. Fixes of one finding are a choice, so each
   * is tried alone.
   */
  private Mended chosen(Mended lab, Entry entry) {
    Optional<Mended> kept = Optional.empty();
    List<Fix> turnedOut = new ArrayList<>();
    for (Fix fix : entry.finding().fixes()) {
      if (fix.edits().isEmpty()) {
        turnedOut.add(
            rehearsal.of(entry, fix, lab.trial(), lab.commandsOn(entry.finding().host())));
        continue;
      }
      Tried tried = tried(lab, new Candidate(entry, fix));
      if (kept.isEmpty() && tried.works()) {
        kept =
            Optional.of(
                lab.has(fix) ? lab : lab.and(List.of(new Candidate(entry, fix)), tried.after()));
      }
      turnedOut.add(tried.works() ? fix.asProven() : fix.asUnproven(tried.why()));
    }
    fixes.put(entry.id(), turnedOut);
    triedOn.put(entry.id(), lab);
    return kept.orElse(lab);
  }

  /**
   * A fix that was tried.
   *
   * @param after what is found with it
   * @param why it does not work; empty when it does
   */
  private record Tried(Trial after, String why) {
    boolean works() {
      return why.isEmpty();
    }
  }

  private Tried tried(Mended lab, Candidate one) {
    boolean proven =
        together.contains(one.entry().id()) && first(one.entry()).equals(Optional.of(one));
    if (proven || lab.has(one.fix())) {
      return new Tried(lab.trial(), "");
    }
    if (lab.overlaps(one)) {
      return new Tried(lab.trial(), "a proven fix before it changes the same lines");
    }
    if (!lab.finds(one.entry())) {
      return new Tried(lab.trial(), "the proven fixes before it do without it");
    }
    if (!effort.isLeft()) {
      return new Tried(lab.trial(), effort.reason());
    }
    try {
      return trial(lab, one);
    } catch (OutOfMemoryError e) {
      // the lab stands in memory twice while a fix is tried; what was found is worth more
      effort.endForMemory();
      return new Tried(lab.trial(), effort.reason());
    }
  }

  private static Tried trial(Mended lab, Candidate one) {
    Trial after = lab.with(List.of(one));
    Cure cure = new Cure(lab.latest(), after.report(), List.of(one.entry()), one.fix().commands());
    String why =
        cure.lost(one.fix()).stream()
            .findFirst()
            .map(left -> "it leaves " + left.finding().rule() + ": " + left.finding().message())
            .orElseGet(cure::failure);
    return new Tried(after, why.isEmpty() ? lab.failure(List.of(one), after) : why);
  }
}
