package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a plan: takes the findings in their order, and of each the first fix that helps, many
 * {@link Together} where that goes. Whatever is kept is read and linted again at once, so a fix
 * stands on what the ones before it left, and never on lines that are gone. A plan for what a plan
 * left is empty.
 */
public final class Planning {
  private static final int MOST_RUNS = 400;
  private static final long MOST_LINES = 1_000_000;

  private final Proof.Trial before;
  private final Proof.Run run;
  private final Function<Capture, Optional<Path>> files;
  private final boolean everywhere;
  private final Fix.Safety most;
  private final Effort effort = new Effort(MOST_RUNS, MOST_LINES);

  /**
   * @param before what was found
   * @param run lints again what was edited
   * @param files the file that a capture is, and all of; empty for what can't be written
   * @param everywhere whether captures are edited all the same that can't be written
   * @param most the greatest decision that may be taken: {@code SAFE}, or {@code UNSAFE} for both
   */
  public Planning(
      Proof.Trial before,
      Proof.Run run,
      Function<Capture, Optional<Path>> files,
      boolean everywhere,
      Fix.Safety most) {
    this.before = before;
    this.run = run;
    this.files = files;
    this.everywhere = everywhere;
    this.most = most;
  }

  /** The plan for all labs. */
  public FixPlan plan() {
    List<PlannedLab> labs =
        before.report().findings().stream().map(Entry::lab).distinct().map(this::planned).toList();
    List<FixPlan.Change> changes = new ArrayList<>();
    Map<String, Report> after = new HashMap<>();
    for (PlannedLab lab : labs) {
      after.put(lab.name(), lab.latest());
      lab.edited()
          .edited()
          .forEach(
              (was, is) -> {
                if (!was.text().equals(is.text())) {
                  changes.add(new FixPlan.Change(files.apply(was), was, is));
                }
              });
    }
    changes.sort(Comparator.comparing(change -> change.before().source().file()));
    return new FixPlan(
        before.report(),
        before
            .report()
            .withFindings(
                labs.stream()
                    .flatMap(lab -> lab.left(fix -> notWanted(lab, fix)).stream())
                    .toList()),
        labs.stream().flatMap(lab -> lab.steps().stream()).toList(),
        changes,
        labs.stream().flatMap(lab -> lab.commands().stream()).toList(),
        effort.isLeft());
  }

  private PlannedLab planned(String name) {
    PlannedLab lab = new PlannedLab(name, before, run, effort);
    // where many don't go together, it is tried ever less often
    int pause = 0;
    int alone = 0;
    while (effort.isLeft()) {
      if (alone == 0 && improveMuch(lab, inTurn(lab))) {
        pause = 0;
        continue;
      }
      if (alone == 0) {
        pause = 2 * pause + 1;
        alone = pause;
      }
      Optional<PlannedLab> improved = improved(lab, inTurn(lab));
      if (improved.isEmpty()) {
        break;
      }
      lab = improved.get();
      alone--;
    }
    return lab;
  }

  /** The findings in the order in which to try their fixes. */
  private static List<Entry> inTurn(PlannedLab lab) {
    List<Entry> inTurn = new ArrayList<>(lab.latest().findings());
    inTurn.sort(Comparator.comparing(lab::hasToWait));
    return inTurn;
  }

  /** Whether many fixes helped, one for each finding. */
  private boolean improveMuch(PlannedLab lab, List<Entry> findings) {
    List<Candidate> firsts =
        findings.stream().flatMap(entry -> wanted(lab, entry).limit(1)).toList();
    List<Candidate> some = Together.inTurn(firsts).stream().findFirst().orElse(List.of());
    while (Together.isWorthIt(some) && lab.affords(Together.runs(some.size()))) {
      Together.Verdict verdict = new Together(lab).of(some);
      if (verdict.after().isPresent()) {
        lab.keep(some, verdict.after().get());
        return true;
      }
      some = verdict.parts().get(0);
    }
    return false;
  }

  /** The fixes of a finding that may be taken and were not tried on the same captures. */
  private Stream<Candidate> wanted(PlannedLab lab, Entry entry) {
    return entry.finding().fixes().stream()
        .filter(fix -> isWanted(lab, fix) && lab.refused(entry, fix).isEmpty())
        .map(fix -> new Candidate(entry, fix));
  }

  /** The lab with one more fix that helps; empty when none does. */
  private Optional<PlannedLab> improved(PlannedLab lab, List<Entry> findings) {
    for (Entry entry : findings) {
      Optional<Tried> second = Optional.empty();
      for (Candidate one : wanted(lab, entry).toList()) {
        if (!effort.isLeft()) {
          break;
        }
        Tried tried = tried(lab, one);
        if (!tried.works()) {
          Optional<PlannedLab> more = withNext(lab, tried);
          if (more.isPresent()) {
            return more;
          }
          lab.refuse(entry, one.fix(), tried.why());
        } else if (tried.brings().isEmpty()) {
          lab.keep(one, List.of(), tried.after());
          return Optional.of(lab);
        } else if (second.isEmpty()) {
          second = Optional.of(tried);
        }
      }
      if (second.isPresent()) {
        lab.keep(second.get().one(), second.get().brings(), second.get().after());
        return Optional.of(lab);
      }
    }
    return Optional.empty();
  }

  /**
   * A fault may hide others of its lines, which come to light with its fix: the lab with all of
   * them mended; empty when that does not help either.
   */
  private Optional<PlannedLab> withNext(PlannedLab lab, Tried first) {
    PlannedLab then = lab.copy();
    then.keep(first.one(), List.of(), first.after());
    List<Entry> next = first.uncovers();
    while (!next.isEmpty() && effort.isLeft()) {
      Optional<PlannedLab> more =
          improveMuch(then, next) ? Optional.of(then) : improved(then, next);
      if (more.isEmpty()) {
        return more;
      }
      then = more.get();
      Cure cure = cure(lab, first.one(), then.latest(), then.commands(first.one().host()));
      if (cure.failure().isEmpty()) {
        return more;
      }
      next = uncovered(cure, first.one());
    }
    return Optional.empty();
  }

  private static Cure cure(PlannedLab lab, Candidate one, Report after, HostCommands commands) {
    return new Cure(lab.latest(), after, List.of(one.entry()), commands.inOrder());
  }

  /** What is found at lines that a fix wrote, now that its own finding is gone. */
  private static List<Entry> uncovered(Cure cure, Candidate one) {
    return cure.uncured().isEmpty()
        ? cure.brought().stream()
            .filter(now -> !Together.writers(List.of(now), List.of(one)).isEmpty())
            .toList()
        : List.of();
  }

  private boolean isWanted(PlannedLab lab, Fix fix) {
    return !fix.edits().isEmpty() && notWanted(lab, fix).isEmpty();
  }

  /** Why a fix is not tried; empty for one that is, and for one without edits. */
  private Optional<String> notWanted(PlannedLab lab, Fix fix) {
    Optional<Capture> left =
        fix.edits().stream()
            .map(edit -> edit.span().capture())
            .filter(capture -> !isWritable(lab, capture))
            .findFirst();
    if (left.isPresent()) {
      return Optional.of(
          ConfigFiles.areLike(left.get())
              ? "what it changes is no file of its own: a paste or an archive"
              : "no file of this kind is written; the change is yours to make");
    }
    return fix.edits().isEmpty() || fix.safety().compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of("a choice, which only --unsafe takes");
  }

  private boolean isWritable(PlannedLab lab, Capture capture) {
    return lab.edited().originals(capture).stream()
        .anyMatch(one -> everywhere || files.apply(one).isPresent());
  }

  /**
   * A fix that was tried.
   *
   * @param why it does not help; empty when it does
   * @param brings less severe findings that were not there without it
   * @param uncovers what it does not help against, at the lines that it wrote
   */
  private record Tried(
      Candidate one, Proof.Trial after, String why, List<Entry> brings, List<Entry> uncovers) {
    boolean works() {
      return why.isEmpty();
    }
  }

  private static Tried tried(PlannedLab lab, Candidate one) {
    List<Candidate> made = List.of(one);
    Proof.Trial after = lab.with(made);
    Cure cure = cure(lab, one, after.report(), lab.commands(one.host()).with(List.of(one.fix())));
    String why = cure.failure();
    if (!why.isEmpty()) {
      return new Tried(one, after, why, List.of(), uncovered(cure, one));
    }
    List<Entry> brings = new ArrayList<>(cure.broughtWarnings());
    brings.addAll(cure.lost(one.fix()));
    return new Tried(one, after, lab.failure(made, after), brings, List.of());
  }
}
