package io.github.viplint.rules.client;

import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.LogEntry;
import io.github.viplint.rules.log.Repeats;
import io.github.viplint.rules.log.Successes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wcpsvc.log tells of one operation: its lines share an opID.
 *
 * @param name the opID, or the message where there is none
 * @param hits its errors, the earliest first, one for each entry
 */
record VcenterOperation(String name, List<LogHit> hits) {
  static final String ANY_ERROR = "wcp-error";
  private static final String SUCCEEDED = "wcp-succeeded";

  /** A cluster, or a Supervisor: it is the last part of its operations' ids. */
  private static final Pattern CLUSTER =
      Pattern.compile("domain-c\\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern IDS = Pattern.compile("[0-9a-f]{4,}(?:-[0-9a-f]{4,})+|\\d+");

  static List<VcenterOperation> failedOn(HostView host, String rule) {
    List<LogHit> errors =
        host.hitsOfRule(rule).stream()
            .filter(hit -> !hit.sighting().signature().equals(SUCCEEDED))
            .filter(hit -> !ClusterHealth.tells(hit))
            .toList();
    return Repeats.by(errors, hit -> Optional.of(name(hit.entry()))).entrySet().stream()
        .map(entry -> new VcenterOperation(entry.getKey(), ofEachEntry(entry.getValue())))
        .toList();
  }

  private static String name(LogEntry entry) {
    return entry.operation().orElse(entry.message());
  }

  /** The hit of each entry that says most. */
  private static List<LogHit> ofEachEntry(List<LogHit> hits) {
    return Repeats.ofEachEntry(hits).stream()
        .map(
            same ->
                same.stream()
                    .filter(hit -> !hit.sighting().signature().equals(ANY_ERROR))
                    .findFirst()
                    .orElse(same.get(0)))
        .toList();
  }

  LogHit first() {
    return hits.get(0);
  }

  /** Its first error without numbers and ids: vCenter tries the same again under a new opID. */
  String cause() {
    return first().sighting().signature()
        + ": "
        + IDS.matcher(first().entry().message()).replaceAll("#");
  }

  List<LogHit> others() {
    return hits.subList(1, hits.size());
  }

  /** Whether its first error is one that a rule of its own tells. */
  boolean isToldByAnotherRule() {
    return first().entry().sightings().stream()
        .anyMatch(sighting -> !sighting.rule().equals(first().sighting().rule()));
  }

  /** The clusters of which the host's log says that something succeeded. */
  static Successes<String> successesOn(HostView host) {
    return Successes.in(host.hits(SUCCEEDED), hit -> clusters(hit.entry()));
  }

  /** Whether the same cluster succeeds after the last error. */
  boolean endedWell(Successes<String> successes) {
    LogEntry last = hits.get(hits.size() - 1).entry();
    return hits.stream()
        .flatMap(hit -> clusters(hit.entry()).stream())
        .anyMatch(cluster -> successes.after(cluster, last));
  }

  private static Set<String> clusters(LogEntry entry) {
    Set<String> clusters = new HashSet<>();
    Matcher matcher = CLUSTER.matcher(entry.operation().orElse("") + " " + entry.message());
    while (matcher.find()) {
      clusters.add(matcher.group());
    }
    return clusters;
  }
}
