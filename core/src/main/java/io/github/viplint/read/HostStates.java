package io.github.viplint.read;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import io.github.viplint.model.Units;
import io.github.viplint.read.haproxy.HaproxyFragments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states of one host. A slot that was filled in this state and comes again with other text
 * opens the next state, unless it says the same in another form; what is not captured again is
 * carried over. Events are of all states: they add up.
 */
final class HostStates {
  private final List<State> closed = new ArrayList<>();
  private final Map<Slot, List<Reading>> current = new LinkedHashMap<>();
  private final List<Reading> repeats = new ArrayList<>();
  private final Set<Slot> fresh = new HashSet<>();

  /** The states that {@code readings} show, in order of time. */
  static List<State> of(List<Reading> readings) {
    HostStates states = new HostStates();
    inOrderOfTime(readings).forEach(states::add);
    states.close();
    List<Reading> events = events(readings);
    return states.closed.stream()
        .map(
            state -> {
              List<Reading> all = new ArrayList<>(state.readings());
              all.addAll(events);
              return new State(state.number(), all);
            })
        .toList();
  }

  /**
   * Sorts the readings of a slot among the places that they hold, when every one of them tells a
   * time with a year; else the order given is all there is.
   */
  private static List<Reading> inOrderOfTime(List<Reading> readings) {
    List<Reading> states = new ArrayList<>();
    Map<Slot, List<Integer>> places = new HashMap<>();
    for (Reading reading : readings) {
      if (!reading.capture().kind().events()) {
        places.computeIfAbsent(Slot.of(reading), slot -> new ArrayList<>()).add(states.size());
        states.add(reading);
      }
    }
    places.values().forEach(sameSlot -> sortByTime(states, sameSlot));
    return states;
  }

  /** A log and its rotated siblings are one log, the oldest first, in whatever order they came. */
  private static List<Reading> events(List<Reading> readings) {
    List<Reading> events =
        readings.stream()
            .filter(reading -> reading.capture().kind().events())
            .collect(Collectors.toList());
    Map<CaptureKind, List<Integer>> places = new EnumMap<>(CaptureKind.class);
    for (int i = 0; i < events.size(); i++) {
      places.computeIfAbsent(events.get(i).capture().kind(), kind -> new ArrayList<>()).add(i);
    }
    places.values().forEach(sameKind -> sortByTime(events, sameKind));
    return events;
  }

  private static void sortByTime(List<Reading> readings, List<Integer> places) {
    List<Reading> group = places.stream().map(readings::get).collect(Collectors.toList());
    if (group.size() > 1 && group.stream().allMatch(reading -> time(reading).isPresent())) {
      group.sort(Comparator.comparing(reading -> time(reading).orElseThrow()));
      for (int i = 0; i < group.size(); i++) {
        readings.set(places.get(i), group.get(i));
      }
    }
  }

  private static Optional<LogTime> time(Reading reading) {
    return reading.facts().stream()
        .flatMap(
            facts ->
                facts instanceof Log log
                    ? log.last().stream()
                    : facts instanceof Units units
                        ? units.units().stream().flatMap(unit -> unit.since().stream())
                        : Stream.<LogTime>empty())
        .filter(LogTime::yearKnown)
        .max(Comparator.naturalOrder());
  }

  private void add(Reading reading) {
    Slot slot = Slot.of(reading);
    List<Reading> present = current.getOrDefault(slot, List.of());
    Optional<Reading> fuller =
        present.stream().findFirst().flatMap(before -> SameInterfaces.fuller(before, reading));
    if (present.stream().anyMatch(other -> sameText(other, reading))) {
      fresh.add(slot);
      repeat(reading);
    } else if (fuller.isPresent()) {
      repeat(fuller.get() == reading ? present.get(0) : reading);
      fill(slot, fuller.get());
    } else if (fresh.contains(slot)) {
      Optional<List<Reading>> joined = HaproxyFragments.join(present, reading);
      if (joined.isPresent()) {
        current.put(slot, joined.get());
      } else {
        close();
        fill(slot, reading);
      }
    } else {
      fill(slot, reading);
    }
  }

  /** Its lines count, and its facts are known already. */
  private void repeat(Reading reading) {
    repeats.add(new Reading(reading.capture(), List.of(), reading.coverage(), reading.problems()));
  }

  private static boolean sameText(Reading one, Reading other) {
    return one.capture().text().strip().equals(other.capture().text().strip());
  }

  private void fill(Slot slot, Reading reading) {
    current.remove(slot);
    current.put(slot, List.of(reading));
    fresh.add(slot);
  }

  private void close() {
    List<Reading> readings = new ArrayList<>();
    current.values().forEach(readings::addAll);
    readings.addAll(repeats);
    closed.add(new State(closed.size() + 1, readings));
    repeats.clear();
    fresh.clear();
  }
}
