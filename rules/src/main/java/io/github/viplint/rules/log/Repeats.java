package io.github.viplint.rules.log;

import io.github.viplint.lint.LogHit;
import io.github.viplint.model.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The same thing logged again and again: one finding, with count and times. */
public final class Repeats {
  private Repeats() {}

  /** The hits that name an address and port, by these, in the order first seen. */
  public static Map<Endpoint, List<LogHit>> byEndpoint(List<LogHit> hits) {
    return by(hits, LogHit::endpoint);
  }

  /** The hits that have a key, by it, in the order first seen. */
  public static <K> Map<K, List<LogHit>> by(List<LogHit> hits, Function<LogHit, Optional<K>> key) {
    Map<K, List<LogHit>> byKey = new LinkedHashMap<>();
    for (LogHit hit : hits) {
      key.apply(hit).ifPresent(k -> byKey.computeIfAbsent(k, unused -> new ArrayList<>()).add(hit));
    }
    return byKey;
  }

  /** One hit of each entry. */
  public static List<LogHit> firstOfEachEntry(List<LogHit> hits) {
    return ofEachEntry(hits).stream().map(same -> same.get(0)).toList();
  }

  /** The hits of each entry. */
  public static Collection<List<LogHit>> ofEachEntry(List<LogHit> hits) {
    return by(hits, hit -> Optional.of(hit.span())).values();
  }
}
