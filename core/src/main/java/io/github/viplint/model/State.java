package io.github.viplint.model;

import io.github.viplint.capture.CaptureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One host at one time: what was captured then, and what was captured before and not again.
 *
 * @param number from 1, in order of time
 * @param readings in the order captured
 */
public record State(int number, List<Reading> readings) {
  public State {
    readings = List.copyOf(readings);
  }

  /** All facts of this type. */
  public <T extends Facts> List<T> facts(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Reading reading : readings) {
      for (Facts facts : reading.facts()) {
        if (type.isInstance(facts)) {
          found.add(type.cast(facts));
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The facts of this type, where a host has only one such thing: its haproxy.cfg, its
   * anyip-routes.cfg.
   */
  public <T extends Facts> Optional<T> fact(Class<T> type) {
    List<T> all = facts(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The captures' readings of this kind. */
  public Stream<Reading> readings(CaptureKind kind) {
    return readings.stream().filter(reading -> reading.capture().kind() == kind);
  }
}
