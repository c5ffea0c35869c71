package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lab with the fixes that are proven so far, in memory. */
final class Mended implements Together.Ground {
  private final Proof.Trial before;
  private final Proof.Run run;
  private final Effort effort;
  private final long lines;
  private final List<Candidate> kept;
  private final Set<TextEdit> edits;
  private final Proof.Trial latest;

  private Mended(
      Proof.Trial before,
      Proof.Run run,
      Effort effort,
      long lines,
      List<Candidate> kept,
      Proof.Trial latest) {
    this.before = before;
    this.run = run;
    this.effort = effort;
    this.lines = lines;
    this.kept = kept;
    this.edits =
        kept.stream()
            .flatMap(one -> one.fix().edits().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.latest = latest;
  }

  /**
   * A lab as it was captured.
   *
   * @param effort is spent by each run
   */
  static Mended captured(Proof.Trial before, Proof.Run run, Effort effort, String lab) {
    Report own = before.report().ofLab(lab);
    Proof.Trial trial = new Proof.Trial(own, before.hosts(), before.edited());
    return new Mended(before, run, effort, Effort.of(own, lab), List.of(), trial);
  }

  /** With these fixes too, and what was found then. */
  Mended and(List<Candidate> proven, Proof.Trial then) {
    List<Candidate> all = new ArrayList<>(kept);
    all.addAll(proven);
    return new Mended(before, run, effort, lines, all, then);
  }

  boolean has(Fix fix) {
    return edits.containsAll(fix.edits());
  }

  boolean overlaps(Candidate candidate) {
    return candidate.overlaps(edits);
  }

  boolean finds(Entry entry) {
    return latest().findings().stream()
        .anyMatch(one -> one.fingerprint().equals(entry.fingerprint()));
  }

  @Override
  public boolean affords(int runs) {
    return effort.isLeft(runs, lines);
  }

  @Override
  public Report latest() {
    return latest.report();
  }

  /** What is found in it, and its hosts. */
  Proof.Trial trial() {
    return latest;
  }

  @Override
  public Proof.Trial with(List<Candidate> made) {
    effort.spend(lines);
    Map<Capture, List<TextEdit>> byCapture = new IdentityHashMap<>();
    Stream.concat(edits.stream(), made.stream().flatMap(one -> one.fix().edits().stream()))
        .forEach(
            edit ->
                byCapture
                    .computeIfAbsent(edit.span().capture(), key -> new ArrayList<>())
                    .add(edit));
    Map<Capture, Capture> edited = new IdentityHashMap<>();
    byCapture.forEach((capture, own) -> edited.put(capture, capture.edited(own)));
    return run.with(edited);
  }

  @Override
  public List<String> commands(List<Candidate> made) {
    return commands(made.stream());
  }

  @Override
  public List<Entry> unwanted(Cure cure) {
    return cure.brought();
  }

  @Override
  public String failure(List<Candidate> made, Proof.Trial after) {
    Candidate one = made.get(0);
    Optional<HostView> now = before.host(one.entry().lab(), one.host());
    Optional<HostView> then = after.host(one.entry().lab(), one.host());
    if (commands(made).isEmpty() || now.isEmpty() || then.isEmpty()) {
      return "";
    }
    return new CommandProof(now.get(), then.get())
        .failure(commands(Stream.concat(keptOn(one.host()), made.stream())));
  }

  /** The commands of the fixes for a host. */
  List<String> commandsOn(String host) {
    return commands(keptOn(host));
  }

  private Stream<Candidate> keptOn(String host) {
    return kept.stream().filter(one -> one.host().equals(host));
  }

  /** What several fixes want to be run alike is run once. */
  private static List<String> commands(Stream<Candidate> candidates) {
    return candidates.map(one -> one.fix().commands()).distinct().flatMap(List::stream).toList();
  }
}
