package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.TextEdit;
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

/**
 * Makes a plan: takes the findings in their order, and of each the first fix that helps. Whatever
 * is kept is read and linted again at once, so a fix stands on what the ones before it left, and
 * never on lines that are gone. A plan for what a plan left is empty.
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
    PlannedLab lab = new PlannedLab(name, before);
    while (effort.isLeft() && improve(lab)) {
      // the findings are others now
    }
    return lab;
  }

  /** Whether a fix helped; what was tried on the same captures is not tried again. */
  private boolean improve(PlannedLab lab) {
    for (Entry entry : lab.latest().findings()) {
      Optional<Tried> second = Optional.empty();
      for (Fix fix : entry.finding().fixes()) {
        if (!isWanted(lab, fix) || lab.refused(entry, fix).isPresent() || !effort.isLeft()) {
          continue;
        }
        Tried tried = tried(lab, entry, fix);
        if (!tried.why().isEmpty()) {
          lab.refuse(entry, fix, tried.why());
        } else if (tried.brings().isEmpty()) {
          lab.keep(tried);
          return true;
        } else if (second.isEmpty()) {
          second = Optional.of(tried);
        }
      }
      if (second.isPresent()) {
        lab.keep(second.get());
        return true;
      }
    }
    return false;
  }

  private boolean isWanted(PlannedLab lab, Fix fix) {
    return !fix.edits().isEmpty() && notWanted(lab, fix).isEmpty();
  }

  /** Why a fix is not tried; empty for one that is, and for one without edits. */
  private Optional<String> notWanted(PlannedLab lab, Fix fix) {
    boolean writable =
        fix.edits().stream()
            .map(TextEdit::span)
            .allMatch(
                span ->
                    lab.edited().originals(span.capture()).stream()
                        .anyMatch(one -> everywhere || files.apply(one).isPresent()));
    if (!writable) {
      return Optional.of("what it changes is no file of its own: a paste or an archive");
    }
    return fix.edits().isEmpty() || fix.safety().compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of("a choice, which only --unsafe takes");
  }

  /**
   * A fix that was tried.
   *
   * @param why it does not help; empty when it does
   * @param brings less severe findings that were not there without it
   */
  record Tried(
      Entry entry, Fix fix, EditedLab edited, Proof.Trial after, String why, List<Entry> brings) {}

  private Tried tried(PlannedLab lab, Entry entry, Fix fix) {
    EditedLab edited = lab.edited().with(fix.edits());
    effort.spend(lab.cost());
    Proof.Trial after = run.with(edited.edited());
    HostCommands commands = lab.commands(entry.finding().host()).with(fix);
    Cure cure = new Cure(lab.latest(), after.report(), entry, commands.inOrder());
    String why = cure.failure();
    if (why.isEmpty() && !fix.commands().isEmpty()) {
      why = commands.failure(after);
    }
    List<Entry> brings = new ArrayList<>();
    if (why.isEmpty()) {
      brings.addAll(cure.broughtWarnings());
      brings.addAll(cure.lost(fix));
    }
    return new Tried(entry, fix, edited, after, why, brings);
  }
}
