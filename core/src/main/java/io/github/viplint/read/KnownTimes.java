package io.github.viplint.read;

import io.github.viplint.model.Facts;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Units;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What captures tell of years and zones, to complete times that are written without: {@code Aug 04
 * 14:05:25} beside {@code since Wed 2021-08-04 14:05:26 UTC}. A year comes from anything of the
 * lab, a zone only from the same host, when it names no other.
 *
 * @param latest the latest time with a year
 * @param zone of the times of this host
 */
record KnownTimes(Optional<LocalDateTime> latest, Optional<ZoneOffset> zone) {

  static KnownTimes of(List<Reading> readings) {
    List<LogTime> dated =
        readings.stream()
            .flatMap(reading -> reading.facts().stream())
            .flatMap(KnownTimes::times)
            .filter(LogTime::yearKnown)
            .toList();
    Set<ZoneOffset> zones =
        dated.stream().flatMap(time -> time.zone().stream()).collect(Collectors.toSet());
    boolean all = dated.stream().allMatch(time -> time.zone().isPresent());
    return new KnownTimes(
        dated.stream().map(LogTime::value).max(LocalDateTime::compareTo),
        zones.size() == 1 && all ? Optional.of(zones.iterator().next()) : Optional.empty());
  }

  /** The same, with a year of {@code lab} where this host tells none. */
  KnownTimes or(KnownTimes lab) {
    return new KnownTimes(latest.or(lab::latest), zone);
  }

  /** The reading with all times of its log as far as they can be known. */
  Reading complete(Reading reading) {
    if (latest.isEmpty() || reading.facts().stream().noneMatch(Log.class::isInstance)) {
      return reading;
    }
    return new Reading(
        reading.capture(),
        reading.facts().stream()
            .map(facts -> facts instanceof Log log ? complete(log) : facts)
            .toList(),
        reading.coverage(),
        reading.problems());
  }

  private Facts complete(Log log) {
    return new Log(
        log.capture(),
        log.entries().stream().map(this::complete).toList(),
        log.host(),
        log.first().map(this::complete),
        log.last().map(this::complete),
        log.until());
  }

  private LogEntry complete(LogEntry entry) {
    return new LogEntry(
        entry.span(),
        entry.time().map(this::complete),
        entry.host(),
        entry.program(),
        entry.pid(),
        entry.level(),
        entry.operation(),
        entry.message(),
        entry.sightings());
  }

  private LogTime complete(LogTime time) {
    Optional<ZoneOffset> completed = time.zone().isPresent() ? time.zone() : zone;
    return time.yearKnown()
        ? new LogTime(time.text(), time.value(), true, completed)
        : new LogTime(time.text(), withYear(time.value()), true, completed);
  }

  /** In the latest year in which it is no later than what is known, but for a day of grace. */
  private LocalDateTime withYear(LocalDateTime value) {
    LocalDateTime limit = latest.orElseThrow().plusDays(1);
    LocalDateTime guess = value.withYear(limit.getYear());
    return guess.isAfter(limit) ? value.withYear(limit.getYear() - 1) : guess;
  }

  private static Stream<LogTime> times(Facts facts) {
    if (facts instanceof Log log) {
      return Stream.of(log.first(), log.last(), log.until()).flatMap(Optional::stream);
    }
    return facts instanceof Units units
        ? units.units().stream().flatMap(unit -> unit.since().stream())
        : Stream.empty();
  }
}
