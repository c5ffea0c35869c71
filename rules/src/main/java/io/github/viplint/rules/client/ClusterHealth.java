package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.rules.log.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kubectl's tables say of the nodes of a Supervisor and of its own pods; what was said last of
 * one counts.
 */
final class ClusterHealth {
  private static final String CRASHING = "pod-crashing";
  private static final Set<String> BAD = Set.of("node-not-ready", CRASHING);
  private static final Set<String> GOOD = Set.of("node-ready", "pod-running");

  private ClusterHealth() {}

  /** Whether it is of such a table. */
  static boolean tells(LogHit hit) {
    String signature = hit.sighting().signature();
    return BAD.contains(signature) || GOOD.contains(signature);
  }

  /**
   * @param told the rows of one host
   */
  static void report(
      HostView host, List<LogHit> told, List<HostView> supervisors, Findings findings) {
    Map<String, LogHit> last = new HashMap<>();
    told.forEach(hit -> last.put(name(hit), hit));
    List<LogHit> bad =
        told.stream().filter(ClusterHealth::bad).filter(hit -> bad(last.get(name(hit)))).toList();
    new Messages(
            hit -> hit.sighting().meaning() + ": " + name(hit),
            ClusterHealth::name,
            (finding, hits) -> {
              // NCP and CoreDNS end when they can't look up what they need
              if (supervisors.size() == 1 && hits.get(0).sighting().signature().equals(CRASHING)) {
                finding.shows(
                    Condition.everything(Condition.Kind.SYNC_FAILED, supervisors.get(0).name()));
              }
            })
        .report(host, bad, findings);
  }

  private static boolean bad(LogHit hit) {
    return BAD.contains(hit.sighting().signature());
  }

  private static String name(LogHit hit) {
    return hit.group("name").orElse("");
  }
}
