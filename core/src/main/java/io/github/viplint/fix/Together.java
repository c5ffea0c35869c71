package io.github.viplint.fix;

import io.github.viplint.capture.Place;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Related;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import io.github.viplint.lint.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries many fixes of one host at once, in a dozen runs where one by one would take hundreds. With
 * all of them made, their findings must be gone and nothing new be there. Then some are left out,
 * so that for any two there is a run with the one and without the other: what is made must have
 * cured its finding, what is left out must still be found, and nothing new be there but what that
 * leads to. So none gets the credit of another, and none needs another.
 *
 * @param ground what they are tried on
 */
record Together(Ground ground) {
  /** Fewer are tried one by one, for that takes no more runs. */
  private static final int FEWEST = 5;

  /** What fixes are tried on. */
  interface Ground {
    /** What is found without them. */
    Report latest();

    /** Whether so many runs may be made. */
    boolean affords(int runs);

    /** What is found with these. */
    Proof.Trial with(List<Candidate> made);

    /** What is run when these are made. */
    List<String> commands(List<Candidate> made);

    /** What may not come with them of what has come. */
    List<Entry> unwanted(Cure cure);

    /** What is wrong when these are made and the commands were run; empty for nothing. */
    String failure(List<Candidate> made, Proof.Trial after);
  }

  /**
   * What came of it.
   *
   * @param after what is found with all of them, when each was seen to work
   * @param parts else what to try in their place, in this order; a part may be of one
   */
  record Verdict(Optional<Proof.Trial> after, List<List<Candidate>> parts) {}

  static boolean isWorthIt(List<Candidate> candidates) {
    return candidates.size() >= FEWEST;
  }

  /** How many runs it takes for so many. */
  static int runs(int candidates) {
    return 1 + Samples.count(candidates);
  }

  /**
   * Parts them, when they are many, into those that can be tried together: of one host, with edits
   * that don't meet. Those that have to wait for another come last, each alone.
   */
  static List<List<Candidate>> inTurn(List<Candidate> candidates) {
    if (!isWorthIt(candidates)) {
      return List.of(candidates);
    }
    Map<String, List<Candidate>> byHost = new LinkedHashMap<>();
    List<List<Candidate>> waiting = new ArrayList<>();
    Set<TextEdit> edits = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.overlaps(edits)) {
        waiting.add(List.of(candidate));
      } else {
        byHost.computeIfAbsent(candidate.host(), host -> new ArrayList<>()).add(candidate);
        edits.addAll(candidate.fix().edits());
      }
    }
    List<List<Candidate>> inTurn = new ArrayList<>(byHost.values());
    inTurn.addAll(waiting);
    return inTurn;
  }

  /**
   * Tries them.
   *
   * @param all of one part
   */
  Verdict of(List<Candidate> all) {
    Proof.Trial after = ground.with(all);
    Cure cure = cure(all, after.report());
    Set<Entry> doubtful = new LinkedHashSet<>(cure.uncured());
    all.stream()
        .filter(one -> !cure(List.of(one), after.report()).lost(one.fix()).isEmpty())
        .forEach(one -> doubtful.add(one.entry()));
    if (!doubtful.isEmpty()) {
      return without(doubtful, all);
    }
    if (!ground.unwanted(cure).isEmpty()) {
      return without(writers(ground.unwanted(cure), all), all);
    }
    if (!ground.failure(all, after).isEmpty()) {
      return divided(all);
    }
    for (List<Candidate> made : Samples.of(all)) {
      List<Entry> leftOut = new ArrayList<>(entries(all));
      leftOut.removeAll(entries(made));
      Cure some = cure(made, ground.with(made).report());
      doubtful.addAll(some.uncured());
      doubtful.addAll(some.gone(leftOut));
      if (!some.broughtBesides(leftOut).isEmpty()) {
        return without(writers(some.broughtBesides(leftOut), made), all);
      }
    }
    return doubtful.isEmpty() ? new Verdict(Optional.of(after), List.of()) : without(doubtful, all);
  }

  private Cure cure(List<Candidate> made, Report after) {
    return new Cure(ground.latest(), after, entries(made), ground.commands(made));
  }

  private static List<Entry> entries(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::entry).toList();
  }

  /** The findings of those that write a line at which something new has come. */
  static Set<Entry> writers(List<Entry> come, List<Candidate> made) {
    Set<String> lines =
        come.stream()
            .map(Entry::finding)
            .flatMap(
                finding ->
                    Stream.concat(
                        Stream.of(finding.span()), finding.related().stream().map(Related::span)))
            .map(Together::line)
            .collect(Collectors.toSet());
    return made.stream()
        .filter(
            one -> one.fix().edits().stream().anyMatch(edit -> lines.contains(line(edit.span()))))
        .map(Candidate::entry)
        .collect(Collectors.toSet());
  }

  private static String line(Span span) {
    Place place = span.place();
    return place.file() + ":" + place.startLine();
  }

  /** These did not do what they should, and each of them is to be tried alone. */
  private static Verdict without(Set<Entry> doubtful, List<Candidate> all) {
    if (doubtful.isEmpty() || doubtful.size() == all.size()) {
      return divided(all);
    }
    List<List<Candidate>> parts = new ArrayList<>();
    parts.add(all.stream().filter(one -> !doubtful.contains(one.entry())).toList());
    all.stream()
        .filter(one -> doubtful.contains(one.entry()))
        .forEach(one -> parts.add(List.of(one)));
    return new Verdict(Optional.empty(), parts);
  }

  /** Something is wrong, and it is not known with which. */
  private static Verdict divided(List<Candidate> all) {
    Severity first = all.get(0).entry().finding().severity();
    Map<Boolean, List<Candidate>> alike =
        all.stream()
            .collect(Collectors.partitioningBy(one -> one.entry().finding().severity() == first));
    int half = all.size() / 2;
    return new Verdict(
        Optional.empty(),
        alike.get(false).isEmpty()
            ? List.of(all.subList(0, half), all.subList(half, all.size()))
            : List.of(alike.get(true), alike.get(false)));
  }
}
