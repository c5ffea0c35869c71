package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all captures of a lab and puts its hosts and their states together. Belongs to one thread.
 */
public final class LabReader {
  private final Readers readers;
  private final Map<Capture, Reading> read = new IdentityHashMap<>();

  public LabReader(Readers readers) {
    this.readers = readers;
  }

  /** Forgets captures that will not come again. */
  public void forget(Collection<Capture> captures) {
    captures.forEach(read::remove);
  }

  /**
   * Reads {@code captures} as one lab.
   *
   * @param captures in the order given, which is taken for the order of time where the captures
   *     don't tell
   */
  public Lab read(String name, List<Capture> captures) {
    List<Reading> readings =
        captures.stream().map(capture -> read.computeIfAbsent(capture, readers::read)).toList();
    List<Reading> plans =
        readings.stream().filter(reading -> reading.capture().kind().planned()).toList();
    HostAssignment assignment =
        HostAssignment.of(
            readings.stream().filter(reading -> !reading.capture().kind().planned()).toList());
    List<Reading> unjoined = new ArrayList<>();
    for (Reading open : assignment.open()) {
      unjoined.add(withProblem(open));
    }
    KnownTimes known = KnownTimes.of(readings);
    return new Lab(
        name,
        assignment.hosts().stream()
            .map(host -> host.withStates(HostStates.of(dated(host.readings(), known))))
            .toList(),
        plans,
        unjoined,
        captures.stream().flatMap(capture -> IgnoreReader.of(capture).stream()).toList());
  }

  private static List<Reading> dated(List<Reading> readings, KnownTimes lab) {
    KnownTimes known = KnownTimes.of(readings).or(lab);
    return readings.stream().map(known::complete).toList();
  }

  private static Reading withProblem(Reading reading) {
    List<InputProblem> problems = new ArrayList<>(reading.problems());
    Capture capture = reading.capture();
    problems.add(
        InputProblem.at(
            capture.span(0, 0),
            "which host this "
                + capture.kind().id()
                + " is of is open, so no rule judges it; say --host NAME=GLOB"));
    return new Reading(capture, reading.facts(), reading.coverage(), problems);
  }
}
