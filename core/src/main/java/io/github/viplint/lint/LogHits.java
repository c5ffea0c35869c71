package io.github.viplint.lint;

import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the logs of a host say, by signature and by rule, in the order written. Rules ask again and
 * again, and logs are long.
 */
final class LogHits {
  private final Map<String, List<LogHit>> bySignature = new HashMap<>();
  private final Map<String, List<LogHit>> byRule = new HashMap<>();

  private LogHits() {}

  static LogHits in(List<Log> logs) {
    LogHits hits = new LogHits();
    for (Log log : logs) {
      for (LogEntry entry : log.entries()) {
        for (Sighting sighting : entry.sightings()) {
          hits.add(new LogHit(entry, sighting));
        }
      }
    }
    return hits;
  }

  private void add(LogHit hit) {
    add(bySignature, hit.sighting().signature(), hit);
    add(byRule, hit.sighting().rule(), hit);
  }

  private static void add(Map<String, List<LogHit>> hits, String key, LogHit hit) {
    hits.computeIfAbsent(key, unused -> new ArrayList<>()).add(hit);
  }

  List<LogHit> ofSignature(String id) {
    return Collections.unmodifiableList(bySignature.getOrDefault(id, List.of()));
  }

  List<LogHit> ofRule(String code) {
    return Collections.unmodifiableList(byRule.getOrDefault(code, List.of()));
  }
}
