package io.github.viplint.read.haproxy;

import io.github.viplint.model.Facts;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Several fragments of one haproxy.cfg, read as one file. */
public final class HaproxyFragments {
  private HaproxyFragments() {}

  /**
   * The readings of all fragments when {@code next} is one more fragment of the file that {@code
   * present} are fragments of: none is whole, and no section comes twice. The first reading then
   * holds the facts of all.
   */
  public static Optional<List<Reading>> join(List<Reading> present, Reading next) {
    Optional<HaproxyCfg> before = present.stream().findFirst().flatMap(HaproxyFragments::cfg);
    Optional<HaproxyCfg> more = cfg(next);
    if (before.isEmpty()
        || more.isEmpty()
        || !before.get().excerpt()
        || !more.get().excerpt()
        || sharesSection(before.get(), more.get())) {
      return Optional.empty();
    }
    HaproxyCfg joined = before.get().with(more.get());
    List<Reading> readings = new ArrayList<>();
    readings.add(with(present.get(0), List.of(joined)));
    readings.addAll(present.subList(1, present.size()));
    readings.add(with(next, List.of()));
    return Optional.of(readings);
  }

  private static Optional<HaproxyCfg> cfg(Reading reading) {
    return reading.facts().stream()
        .filter(HaproxyCfg.class::isInstance)
        .map(HaproxyCfg.class::cast)
        .findFirst();
  }

  private static boolean sharesSection(HaproxyCfg one, HaproxyCfg other) {
    Set<String> heads =
        one.sections().stream().map(HaproxyFragments::head).collect(Collectors.toSet());
    return other.sections().stream().map(HaproxyFragments::head).anyMatch(heads::contains);
  }

  private static String head(Section section) {
    return section.kind() + " " + section.name();
  }

  private static Reading with(Reading reading, List<Facts> facts) {
    return new Reading(reading.capture(), facts, reading.coverage(), reading.problems());
  }
}
