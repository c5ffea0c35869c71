package io.github.viplint.report;

import io.github.viplint.lint.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the findings of one report in a later one, told by fingerprint: lines may move,
 * and of several alike each one counts.
 *
 * @param gone of the older report, in its order
 * @param fresh of the newer one that the older has not
 * @param still of the newer one, there before
 */
public record Changes(List<Report.Entry> gone, List<Report.Entry> fresh, List<Report.Entry> still) {
  public Changes {
    gone = List.copyOf(gone);
    fresh = List.copyOf(fresh);
    still = List.copyOf(still);
  }

  /** Holds one report against another. */
  public static Changes between(Report older, Report newer) {
    Map<String, Deque<Report.Entry>> before = new HashMap<>();
    for (Report.Entry entry : older.findings()) {
      before.computeIfAbsent(entry.fingerprint(), print -> new ArrayDeque<>()).add(entry);
    }
    List<Report.Entry> fresh = new ArrayList<>();
    List<Report.Entry> still = new ArrayList<>();
    for (Report.Entry entry : newer.findings()) {
      Deque<Report.Entry> alike = before.getOrDefault(entry.fingerprint(), new ArrayDeque<>());
      (alike.poll() == null ? fresh : still).add(entry);
    }
    List<Report.Entry> gone = new ArrayList<>();
    for (Report.Entry entry : older.findings()) {
      if (before.get(entry.fingerprint()).remove(entry)) {
        gone.add(entry);
      }
    }
    return new Changes(gone, fresh, still);
  }
}
