package io.github.viplint.fix;

import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How far the plan for one lab has come. Not for use by several threads. */
final class PlannedLab implements Together.Ground {
  /** A fix of a finding, whatever captures it was made for. */
  private record Try(String fingerprint, int line, String title) {
    static Try of(Entry entry, Fix fix) {
      return new Try(entry.fingerprint(), entry.finding().span().place().startLine(), fix.title());
    }
  }

  private final String name;
  private final Proof.Trial before;
  private final Proof.Run run;
  private final Effort effort;
  private final long lines;
  private final List<FixPlan.Step> steps = new ArrayList<>();
  private final Map<String, HostCommands> commands = new LinkedHashMap<>();
  private final Map<Try, String> refused = new HashMap<>();
  private final Set<Try> refusedBefore = new HashSet<>();
  private EditedLab edited;
  private Report latest;

  /**
   * @param run lints again what was edited
   * @param effort is spent by each run
   */
  PlannedLab(String name, Proof.Trial before, Proof.Run run, Effort effort) {
    this.name = name;
    this.before = before;
    this.run = run;
    this.effort = effort;
    this.lines = Effort.of(before.report(), name);
    this.edited = EditedLab.of(before.report(), name);
    this.latest = before.report().ofLab(name);
  }

  /** The same once more, to try something on. */
  PlannedLab copy() {
    PlannedLab copy = new PlannedLab(name, before, run, effort);
    copy.steps.addAll(steps);
    copy.commands.putAll(commands);
    copy.refused.putAll(refused);
    copy.refusedBefore.addAll(refusedBefore);
    copy.edited = edited;
    copy.latest = latest;
    return copy;
  }

  String name() {
    return name;
  }

  EditedLab edited() {
    return edited;
  }

  /** What is found in this lab with what was kept so far. */
  @Override
  public Report latest() {
    return latest;
  }

  @Override
  public boolean affords(int runs) {
    return effort.isLeft(runs, lines);
  }

  @Override
  public Proof.Trial with(List<Candidate> made) {
    effort.spend(lines);
    return run.with(
        edited.with(made.stream().flatMap(one -> one.fix().edits().stream()).toList()).edited());
  }

  @Override
  public List<String> commands(List<Candidate> made) {
    return hostCommands(made).inOrder().stream().distinct().toList();
  }

  private HostCommands hostCommands(List<Candidate> made) {
    return commands(made.get(0).host()).with(made.stream().map(Candidate::fix).toList());
  }

  /** A fix may bring a warning when nothing else helps, so of many none may. */
  @Override
  public List<Entry> unwanted(Cure cure) {
    List<Entry> unwanted = new ArrayList<>(cure.brought());
    unwanted.addAll(cure.broughtWarnings());
    return unwanted;
  }

  @Override
  public String failure(List<Candidate> made, Proof.Trial after) {
    return made.stream().allMatch(one -> one.fix().commands().isEmpty())
        ? ""
        : hostCommands(made).failure(after);
  }

  List<FixPlan.Step> steps() {
    return steps;
  }

  /** The commands of what was kept so far, for a host. */
  HostCommands commands(String host) {
    return commands.getOrDefault(host, new HostCommands(before, name, host, List.of()));
  }

  /** What to do on each host. */
  List<FixPlan.Commands> commands() {
    return commands.values().stream().map(HostCommands::merged).toList();
  }

  /**
   * Keeps a fix that helps.
   *
   * @param brings what comes with it and could not be avoided
   */
  void keep(Candidate one, List<Entry> brings, Proof.Trial after) {
    keep(List.of(one), after);
    steps.set(steps.size() - 1, new FixPlan.Step(one.entry(), one.fix().asProven(), brings));
  }

  /** Keeps fixes of one host that help and bring nothing. */
  void keep(List<Candidate> all, Proof.Trial after) {
    all.forEach(one -> steps.add(new FixPlan.Step(one.entry(), one.fix().asProven(), List.of())));
    commands.put(all.get(0).host(), hostCommands(all).after(after));
    edited = edited.now(after.edited());
    latest = after.report().ofLab(name);
    // what did not help before may help now
    refusedBefore.addAll(refused.keySet());
    refused.clear();
  }

  void refuse(Entry entry, Fix fix, String why) {
    refused.put(Try.of(entry, fix), why);
  }

  /** Why a fix does not help on what was kept so far, where it was tried. */
  Optional<String> refused(Entry entry, Fix fix) {
    return Optional.ofNullable(refused.get(Try.of(entry, fix)));
  }

  /** Whether a fix of it did not help on less than was kept so far; others come first. */
  boolean hasToWait(Entry entry) {
    return entry.finding().fixes().stream()
        .anyMatch(fix -> refusedBefore.contains(Try.of(entry, fix)));
  }

  /**
   * What is left when the commands have been run as well, each fix that was not kept with the
   * reason why.
   *
   * @param notWanted why a fix was not even tried
   */
  List<Entry> left(Function<Fix, Optional<String>> notWanted) {
    return latest.findings().stream()
        .filter(
            entry -> !Cure.isCuredBy(commands(entry.finding().host()).inOrder(), entry.finding()))
        .map(
            entry -> {
              List<Fix> fixes =
                  entry.finding().fixes().stream()
                      .map(
                          fix ->
                              refused(entry, fix)
                                  .or(() -> notWanted.apply(fix))
                                  .map(fix::asUnproven)
                                  .orElse(fix))
                      .toList();
              return entry.withFixes(fixes);
            })
        .toList();
  }
}
